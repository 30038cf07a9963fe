-- Asks a thousand hosts in turn for one path. Every request is made once, before the clock runs.
-- HOSTS: file with a host a line · HOST_PATH: what to ask for · HDRS: further header lines
-- TAGS: file with an entity tag a line, in the order of HOSTS, sent as If-None-Match
dofile(os.getenv("PEERS_LUA") .. "/get.lua")

local requests, at = {}, 0

local function lines(path)
  local list = {}
  for line in io.lines(path) do list[#list + 1] = line end
  return list
end

function init(args)
  local file = os.getenv("TAGS") or ""
  local tags = file ~= "" and lines(file)
  for i, host in ipairs(lines(os.getenv("HOSTS"))) do
    wrk.headers["Host"] = host
    if tags then wrk.headers["If-None-Match"] = tags[i] end
    requests[i] = wrk.format("GET", os.getenv("HOST_PATH"))
  end
  math.randomseed(os.time())
  at = math.random(#requests)
end

function request()
  at = at % #requests + 1
  return requests[at]
end
