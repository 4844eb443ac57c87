/**
 * The launcher with an account for each stand-in of the sandbox, all in one process on loopback.
 */
module io.convene.demo {
    requires static org.jspecify;
    requires io.convene.launcher;
    requires io.convene.sandbox;
    requires java.net.http;
}
