package kz.legality.query;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kz.legality.policy.Policies;
import kz.legality.query.claim.ClaimQueries;
import kz.legality.query.device.DeviceQueries;
import kz.legality.query.device.DevicesView;
import kz.legality.query.device.HistoryView;
import kz.legality.query.device.StreamsSince;
import kz.legality.query.equipment.EquipmentFeed;
import kz.legality.query.event.EventQueries;
import kz.legality.query.file.FileQueries;
import kz.legality.query.file.FilesView;
import kz.legality.query.finding.CaseStreams;
import kz.legality.query.finding.FindingQueries;
import kz.legality.query.finding.Tracing;
import kz.legality.query.list.ListQueries;
import kz.legality.query.policy.DryRun;
import kz.legality.query.projection.Projections;
import kz.legality.query.projection.ReadStoreTokenStore;
import kz.legality.query.projection.View;
import kz.legality.query.store.ReadStore;
import kz.legality.query.tac.Catalogue;
import kz.legality.query.tac.TacsView;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * The views over one read store, what keeps them up to date, and the questions they answer. Nothing is projected before
 * {@link Projections#start} or {@link Projections#catchUp}; questions are answered at any time, from what is there.
 */
public final class QuerySide implements AutoCloseable {
    /** How long tracing waits for the views of devices and models. */
    private static final Duration VIEWS_WAIT_MAX = Duration.ofMinutes(10);

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private final Projections projections;
    private final DeviceQueries devices;
    private final ListQueries lists;
    private final FileQueries files;
    private final DryRun dryRun;
    private final Catalogue catalogue;
    private final ReadStore store;
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final ClaimQueries claims;
    private final FindingQueries findings;
    private final EquipmentFeed equipment;
    private final StreamsSince streams;
    private final EventQueries single;

    private QuerySide(
            ReadStore store,
            TokenStore tokens,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            Serializer serializer,
            Policies policies) {
        this.projections = new Projections(views(policies), store, events, tokens, serializer);
        this.catalogue = new Catalogue(store);
        this.store = store;
        this.events = events;
        this.claims = new ClaimQueries(store);
        this.devices = new DeviceQueries(store, serializer, policies, catalogue, projections::position);
        this.findings = new FindingQueries(store, devices);
        this.lists = new ListQueries(store, devices, policies, projections::position);
        this.files = new FileQueries(store, projections::position);
        this.dryRun = new DryRun(store, projections::position);
        this.streams = new StreamsSince(events);
        this.single = new EventQueries(events, serializer);
        this.equipment = new EquipmentFeed(store, projections, streams);
    }

    /**
     * Over a read store and the events.
     *
     * @param store stays the caller's, to be closed after this
     * @param serializer the very one the event store was built with: history is then the stored bytes, not made again
     * @param policies by which devices are judged; another version than the views were kept by rebuilds them
     * @param node names this process among all that project into the store; where the store belongs to one process a
     *     fixed name, so that a crash leaves no claim to wait for
     */
    public static QuerySide open(
            ReadStore store,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            Serializer serializer,
            Policies policies,
            String node) {
        TokenStore tokens = new ReadStoreTokenStore(
                store, JacksonSerializer.defaultSerializer(), node, CLAIM_TIMEOUT, Clock.systemUTC());
        return new QuerySide(store, tokens, events, serializer, policies);
    }

    private static List<View> views(Policies policies) {
        return List.of(new DevicesView(policies), new HistoryView(), new FilesView(), new TacsView());
    }

    public Projections projections() {
        return projections;
    }

    public DeviceQueries devices() {
        return devices;
    }

    public ListQueries lists() {
        return lists;
    }

    public FileQueries files() {
        return files;
    }

    public ClaimQueries claims() {
        return claims;
    }

    public FindingQueries findings() {
        return findings;
    }

    /**
     * What keeps claims and findings up to date, over the same read store. Nothing is traced before
     * {@link Tracing#start} or {@link Tracing#catchUp}.
     */
    public Tracing tracing(CaseStreams streams, Policies policies) {
        return new Tracing(store, events, streams, policies, Clock.systemUTC(), this::awaitViews);
    }

    private void awaitViews(long position) {
        if (projections.isRunning()) {
            if (!projections.awaitPosition(position, VIEWS_WAIT_MAX)) {
                throw new IllegalStateException("the views have not come to position " + position + " within "
                        + VIEWS_WAIT_MAX.toMinutes() + " minutes");
            }
        } else {
            projections.catchUp(step -> {});
        }
    }

    public DryRun dryRun() {
        return dryRun;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Single events by their position. */
    public EventQueries events() {
        return single;
    }

    /** Which streams have events after a position. */
    public StreamsSince streams() {
        return streams;
    }

    /** The equipment index; empty until it is started. */
    public EquipmentFeed equipment() {
        return equipment;
    }

    /** Stops projecting; the read store stays open. */
    @Override
    public void close() {
        projections.close();
    }
}
