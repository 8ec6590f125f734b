#!/bin/sh
# What a container runs: fills in the templates from the environment, with settings.env for what that leaves out, and
# becomes NGINX. All it writes is in $RUNTIME, so that the rest can be read-only.
set -eu
home=$(dirname "$0")

# Whom to ask for names: Docker's own server, or that of a cluster.
if [ -z "${RESOLVER:-}" ]; then
  RESOLVER=$(sed -n 's/^nameserver[[:space:]]\{1,\}\([^[:space:]%]*\)$/\1/p' /etc/resolv.conf | sed 's/.*:.*/[&]/' | tr '\n' ' ')
  if [ -n "$RESOLVER" ]; then export RESOLVER; else unset RESOLVER; fi
fi

names=
while IFS= read -r line; do
  case $line in
    [A-Z]*=*)
      name=${line%%=*}
      names="$names\${$name} "
      printenv "$name" >/dev/null || export "$line"
      ;;
  esac
done <"$home/settings.env"

conf=$RUNTIME/conf
mkdir -p "$conf"
for template in "$home"/templates/*.template; do
  envsubst "$names" <"$template" >"$conf/$(basename "$template" .template)"
done
exec nginx -e stderr -c "$conf/nginx.conf" -g 'daemon off;' "$@"
