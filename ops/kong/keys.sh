#!/usr/bin/env bash
# keys.sh <address of the auth service>: its signing keys as credentials of Kong's jwt plugin, one JSON object a line.
# Kong reads no key sets (JWKS), it wants PEM.
set -euo pipefail

hex() { # base64url
  local text
  text=$(tr '_-' '/+' <<<"$1")
  while [ $((${#text} % 4)) -ne 0 ]; do text+='='; done
  base64 -d <<<"$text" | od -An -v -tx1 | tr -d ' \n'
}

member() { # name, object
  sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" <<<"$2"
}

pem() { # modulus, exponent, both hexadecimal
  openssl asn1parse -noout -out /dev/stdout -genconf <(cat <<TXT
asn1 = SEQUENCE:key
[key]
algorithm = SEQUENCE:algorithm
key = BITWRAP,SEQUENCE:numbers
[algorithm]
name = OID:rsaEncryption
parameters = NULL
[numbers]
modulus = INTEGER:0x$1
exponent = INTEGER:0x$2
TXT
  ) | openssl pkey -pubin -inform DER -outform PEM
}

curl -fsS "$1/auth/.well-known/jwks.json" | tr -d '\n' | grep -o '{[^{}]*"kty"[^{}]*}' | while read -r key; do
  public=$(pem "$(hex "$(member n "$key")")" "$(hex "$(member e "$key")")")
  printf '{"key":"%s","algorithm":"RS256","rsa_public_key":"%s\\n"}\n' "$(member kid "$key")" "${public//$'\n'/\\n}"
done
