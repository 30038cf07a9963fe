# What ops/kong/admin.sh needs.
FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends bash curl gettext-base openssl && rm -rf /var/lib/apt/lists/*
USER nobody
