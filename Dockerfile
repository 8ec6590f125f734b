# One image for each service (user, task, notification), one for the web behind NGINX (web), one for the commands of the
# database (db), and one that is everything in one process (doable):
#   docker build --target task -t doable/task .
ARG NODE_IMAGE=node:26-bookworm-slim
ARG NGINX_IMAGE=nginx:stable

# Node is linked with libatomic, which not every image that carries Node has.
FROM ${NODE_IMAGE} AS runtime
RUN ldconfig -p | grep -q libatomic || (apt-get update && apt-get install -y --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*)
WORKDIR /app

# What npm needs to know, by itself: packages are installed again when it changes, and not with every line of code.
FROM runtime AS manifests
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete && find . -type d -empty -delete

FROM runtime AS service-packages
COPY --from=manifests /app ./
RUN npm ci --omit=dev -w services/user -w services/task -w services/notification && npm cache clean --force

# With what serves the web from the same process.
FROM runtime AS all-packages
COPY --from=manifests /app ./
RUN npm ci --omit=dev -w services/user -w services/task -w services/notification -w standalone && npm cache clean --force

# The web is the same for every kind of processor, so it is built on the builder's own.
FROM --platform=${BUILDPLATFORM} ${NODE_IMAGE} AS web-build
RUN ldconfig -p | grep -q libatomic || (apt-get update && apt-get install -y --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*)
WORKDIR /app
COPY --from=manifests /app ./
RUN npm ci && npm cache clean --force
COPY lingui.config.ts tsconfig.json ./
COPY packages packages
COPY web web
RUN node web/platform/src/build.ts

# What every process of ours stands on. It writes to /data and /tmp only, so the rest can be read-only.
FROM runtime AS server
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data LOG_PRETTY=false NODE_OPTIONS=--disable-warning=ExperimentalWarning
RUN install -d -o node -g node /data
COPY package.json ./
COPY packages/contracts packages/contracts
COPY packages/domain packages/domain
COPY packages/service-kit packages/service-kit
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
ENTRYPOINT ["node"]
# Often until it is ready, then seldom: each look is a Node of its own.
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --start-interval=2s --retries=3 CMD ["node", "packages/service-kit/src/probe.ts"]
ARG VERSION=0.1.0 REVISION=unknown
LABEL org.opencontainers.image.title=Doable \
      org.opencontainers.image.licenses=MIT \
      org.opencontainers.image.version=${VERSION} \
      org.opencontainers.image.revision=${REVISION}

FROM server AS user
COPY --from=service-packages /app/node_modules node_modules
COPY services/user services/user
CMD ["services/user/src/main.ts"]

FROM server AS task
COPY --from=service-packages /app/node_modules node_modules
COPY services/task services/task
CMD ["services/task/src/main.ts"]

FROM server AS notification
COPY --from=service-packages /app/node_modules node_modules
COPY services/notification services/notification
CMD ["services/notification/src/main.ts"]

# Migrations, seeds and whatever else an operator asks of the database: docker run ... doable/db status
FROM server AS db
COPY --from=service-packages /app/node_modules node_modules
COPY services services
COPY standalone standalone
COPY fleet fleet
COPY ops/redis ops/redis
USER root
RUN install -d -o node -g node /secrets
USER node
HEALTHCHECK NONE
ENTRYPOINT ["node", "standalone/src/db.ts"]
CMD ["migrate"]

# All of it in one process, for one machine.
FROM server AS doable
COPY --from=all-packages /app/node_modules node_modules
COPY services services
COPY web/platform web/platform
COPY standalone standalone
COPY --from=web-build /app/dist dist
VOLUME /data
CMD ["standalone/src/main.ts"]

FROM ${NGINX_IMAGE} AS web
WORKDIR /usr/share/doable
COPY ops/nginx ./nginx
COPY --from=web-build /app/dist dist
USER 101
EXPOSE 8080
STOPSIGNAL SIGQUIT
ENTRYPOINT ["sh", "/usr/share/doable/nginx/entry.sh"]
CMD []
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --start-interval=1s --retries=3 CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8081/health/live"]
ARG VERSION=0.1.0 REVISION=unknown
LABEL org.opencontainers.image.title="Doable web" \
      org.opencontainers.image.licenses=MIT \
      org.opencontainers.image.version=${VERSION} \
      org.opencontainers.image.revision=${REVISION}
