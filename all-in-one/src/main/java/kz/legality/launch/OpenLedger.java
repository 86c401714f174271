package kz.legality.launch;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import kz.legality.command.device.CommandSide;
import kz.legality.command.intake.Intake;
import kz.legality.command.secrecy.SealingPersonalFields;
import kz.legality.command.secrecy.rocksdb.RocksSubjectKeys;
import kz.legality.command.store.LiveCopy;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.command.storedform.StoredForm;
import kz.legality.policy.Policy;
import kz.legality.query.QuerySide;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.mongodb.MongoReadStore;
import kz.legality.query.store.rocksdb.RocksReadStore;
import kz.legality.secrecy.SubjectKeys;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * A ledger opened in this process: both sides over one event store. Opening it is also its recovery; there is no other
 * path. One process at a time: a second is refused with the name of the directory.
 */
public final class OpenLedger implements AutoCloseable {
    private final DataDirectory data;
    private final Policy policy = Policy.kazakhstan();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final EventRecord events;
    private final RocksSubjectKeys keys;
    private @Nullable CommandSide commands;
    private @Nullable Evidence evidence;
    private final Intake intake;
    private final QuerySide queries;

    private OpenLedger(DataDirectory data, LedgerSettings settings) {
        this.data = data;
        StoredForm form = new StoredForm();
        try {
            // The event store first: its lock is what keeps a second process out of everything else.
            events = toClose(EventRecord.open(data, settings, form));
            keys = toClose(RocksSubjectKeys.open(data.keys(), data.kek()));
            intake = new Intake(events.store(), new SealingPersonalFields(keys)::seal, keys.pseudonyms(), policy);
            ReadStore readStore = toClose(settings.mongoUri()
                    .<ReadStore>map(MongoReadStore::open)
                    .orElseGet(() -> RocksReadStore.open(data.views())));
            queries = toClose(QuerySide.open(readStore, events.store(), form, policy, nodeOf(settings)));
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    public static OpenLedger open(DataDirectory data, LedgerSettings settings) {
        data.create();
        return new OpenLedger(data, settings);
    }

    /** A directory has one process, so a crash leaves it no claim to wait for; a server may have many. */
    private static String nodeOf(LedgerSettings settings) {
        return settings.mongoUri().isEmpty()
                ? "embedded"
                : ManagementFactory.getRuntimeMXBean().getName();
    }

    public DataDirectory data() {
        return data;
    }

    public Policy policy() {
        return policy;
    }

    public EventStore events() {
        return events.store();
    }

    /** The check of the store itself; absent where the events are kept by a server of its own. */
    public Optional<StoreIntegrity> integrity() {
        return events.integrity();
    }

    /** Copies the events while they are written to; absent where they are kept by a server of its own. */
    Optional<LiveCopy> eventsCopy() {
        return events.copy();
    }

    LiveCopy keysCopy() {
        return keys;
    }

    public SubjectKeys keys() {
        return keys;
    }

    /** Assembled when the first command comes: a look-up has none, and does not wait for it. */
    public synchronized CommandSide commands() {
        CommandSide assembled = commands;
        if (assembled == null) {
            assembled = toClose(CommandSide.builder()
                    .eventStore(events.store())
                    .keys(keys)
                    .policy(policy)
                    .build());
            commands = assembled;
        }
        return assembled;
    }

    /**
     * The log over the events, opened when it is asked for first; absent where the events are kept by a server of its own.
     *
     * @throws kz.legality.evidence.log.CorruptLog where the log is not the one that was published
     */
    public synchronized Optional<Evidence> evidence() {
        if (evidence == null) {
            evidence = events.recorded()
                    .map(recorded -> toClose(Evidence.open(data, recorded, events.store(), keys)))
                    .orElse(null);
        }
        return Optional.ofNullable(evidence);
    }

    public Intake intake() {
        return intake;
    }

    public QuerySide queries() {
        return queries;
    }

    /** Closes what was opened, the last first; goes on when one fails to close, and then fails itself. */
    @Override
    public void close() {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                first = first == null ? new IllegalStateException("the ledger did not close cleanly", failed) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private <T extends AutoCloseable> T toClose(T resource) {
        opened.push(resource);
        return resource;
    }
}
