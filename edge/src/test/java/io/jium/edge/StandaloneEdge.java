package io.jium.edge;

import java.nio.file.Path;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The edge and nothing else, for the benchmark: {@code StandaloneEdge PORT SITES [SELECTORS]}. */
final class StandaloneEdge {

    private StandaloneEdge() {}

    public static void main(String[] args) throws Exception {
        int selectors = args.length > 2 ? Integer.parseInt(args[2]) : -1;
        var server = new Server(new QueuedThreadPool(32));
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, selectors, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(args[0]));
        server.addConnector(connector);
        server.setHandler(new EdgeHandler(EdgeSettings.of(Path.of(args[1]), "localhost")));
        server.start();
        server.join();
    }
}
