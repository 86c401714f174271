package kz.legality.launch;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kz.legality.command.device.CommandSide;
import kz.legality.command.intake.Intake;
import kz.legality.command.policy.PolicyShelf;
import kz.legality.command.secrecy.SealingPersonalFields;
import kz.legality.command.secrecy.rocksdb.RocksSubjectKeys;
import kz.legality.command.store.LiveCopy;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.command.store.rocksdb.LogFiles;
import kz.legality.command.storedform.StoredForm;
import kz.legality.device.DeviceEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.policy.Activating.Activation;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.query.QuerySide;
import kz.legality.query.finding.CaseStreams;
import kz.legality.query.finding.Tracing;
import kz.legality.query.policy.DryRun;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.ReadStoreDamagedException;
import kz.legality.query.store.mongodb.MongoReadStore;
import kz.legality.query.store.rocksdb.RocksReadStore;
import kz.legality.rule.CaseFile;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.SubjectKeys;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * A ledger opened in this process: both sides over one event store. Opening it is also its recovery; there is no other
 * path. One process at a time: a second is refused with the name of the directory.
 */
public final class OpenLedger implements AutoCloseable {
    /** Whose law a ledger is kept under. */
    private static final String JURISDICTION = "KZ";

    private final DataDirectory data;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final EventRecord events;
    private final RocksSubjectKeys keys;
    private @Nullable CommandSide commands;
    private @Nullable Evidence evidence;
    private final OperatorObservations observations;
    private final PolicyShelf policies;
    private final Intake intake;
    private final QuerySide queries;
    private final CaseStreams cases;
    private final Tracing tracing;

    private OpenLedger(DataDirectory data, LedgerSettings settings) {
        this.data = data;
        StoredForm form = new StoredForm();
        try {
            // The event store first: its lock is what keeps a second process out of everything else.
            events = toClose(EventRecord.open(data, settings, form));
            policies = PolicyShelf.open(events.store(), JURISDICTION, Clock.systemUTC());
            keys = toClose(RocksSubjectKeys.open(data.keys(), data.kek()));
            observations = toClose(new OperatorObservations(data.observations(), events.store(), policies::now, keys));
            intake = new Intake(
                    events.store(),
                    new SealingPersonalFields(keys)::seal,
                    keys.pseudonyms(),
                    policies,
                    Clock.systemUTC(),
                    observations,
                    observations);
            ReadStore readStore = toClose(
                    settings.mongoUri().<ReadStore>map(MongoReadStore::open).orElseGet(() -> viewsOf(data)));
            queries = toClose(QuerySide.open(readStore, events.store(), form, policies, nodeOf(settings)));
            cases = new StreamsOfCases(events.store(), queries.devices());
            tracing = toClose(queries.tracing(cases, policies));
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    public static OpenLedger open(DataDirectory data, LedgerSettings settings) {
        data.create();
        return new OpenLedger(data, settings);
    }

    private static ReadStore viewsOf(DataDirectory data) {
        LogFiles.neverRead(data.views()).ifPresent(what -> {
            throw new ReadStoreDamagedException(data.views().toString(), what, null);
        });
        return RocksReadStore.open(data.views());
    }

    /** A directory has one process, so a crash leaves it no claim to wait for; a server may have many. */
    private static String nodeOf(LedgerSettings settings) {
        return settings.mongoUri().isEmpty()
                ? "embedded"
                : ManagementFactory.getRuntimeMXBean().getName();
    }

    /** Keeps claims and findings up to date. */
    public Tracing tracing() {
        return tracing;
    }

    public FindingDisposal disposal() {
        return new FindingDisposal(cases);
    }

    /** What counts today of one IMEI's stream. */
    public CaseFile caseFile(Imei imei) {
        return CaseFile.of(
                imei,
                cases.read(imei.key()).stream()
                        .map(it -> (DeviceEvent) it.event())
                        .toList());
    }

    public DataDirectory data() {
        return data;
    }

    public Policies policies() {
        return policies;
    }

    /** The policy in force now. */
    public Policy policy() {
        return policies.now();
    }

    /** Records a policy. Answers when the lists are judged by what is in force then. */
    public Activation activate(Policy policy, Source source) {
        Activation activation = policies.activate(policy, source);
        followPolicies();
        return activation;
    }

    /** How many devices would change list under this policy. */
    public DryRun.Report dryRun(Policy candidate) {
        return queries.dryRun().of(candidate, devices -> {});
    }

    /**
     * Sees what was activated elsewhere and what came into force since, and rebuilds the views that were judged by another
     * policy; false when there was nothing to do.
     */
    public synchronized boolean followPolicies() {
        policies.refresh();
        List<String> outdated = queries.projections().outdated();
        if (outdated.isEmpty()) {
            return false;
        }
        queries.projections().replay(outdated, step -> {});
        return true;
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

    /** Makes the stand-in by which a subscriber is found without being named. */
    public Pseudonyms pseudonyms() {
        return keys.pseudonyms();
    }

    /** Assembled when the first command comes: a look-up has none, and does not wait for it. */
    public synchronized CommandSide commands() {
        CommandSide assembled = commands;
        if (assembled == null) {
            assembled = toClose(CommandSide.builder()
                    .eventStore(events.store())
                    .keys(keys)
                    .policies(policies)
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

    /** What operators saw, and what it proves. */
    public OperatorObservations observations() {
        return observations;
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
