package kz.legality.launch;

import java.util.Map;
import java.util.Optional;

/**
 * Where the events and the views are kept: in the data directory, or at scale in servers of their own.
 *
 * @param axonServer {@code host} or {@code host:port} of an Axon Server; absent keeps the events in the data directory
 * @param mongoUri connection string with a database name; absent keeps the views in the data directory
 */
public record LedgerSettings(Optional<String> axonServer, Optional<String> mongoUri) {
    public static LedgerSettings embedded() {
        return new LedgerSettings(Optional.empty(), Optional.empty());
    }

    /**
     * {@code LEDGER_EVENTS=axon-server} with {@code AXONSERVER_HOST}, {@code LEDGER_VIEWS=mongodb} with
     * {@code MONGODB_URI}. An address alone chooses nothing: where a record is kept is not left to a variable that
     * happens to be set.
     */
    public static LedgerSettings fromEnvironment(Map<String, String> environment) {
        return new LedgerSettings(
                chosen(environment, "LEDGER_EVENTS", "axon-server", "AXONSERVER_HOST"),
                chosen(environment, "LEDGER_VIEWS", "mongodb", "MONGODB_URI"));
    }

    public boolean isEmbedded() {
        return axonServer.isEmpty();
    }

    private static Optional<String> chosen(
            Map<String, String> environment, String choice, String server, String address) {
        String chosen = environment.getOrDefault(choice, "embedded");
        if (chosen.equals("embedded")) {
            return Optional.empty();
        }
        if (!chosen.equals(server)) {
            throw new IllegalArgumentException(choice + " is 'embedded' or '" + server + "', not '" + chosen + "'");
        }
        String where = environment.get(address);
        if (where == null || where.isBlank()) {
            throw new IllegalArgumentException(choice + "=" + server + " needs its address in " + address);
        }
        return Optional.of(where);
    }
}
