package io.convene.bench.process;

/**
 * A server that has begun to listen.
 *
 * @param process it
 * @param port on loopback
 */
record StartedServer(ServerProcess process, int port) {}
