package kz.legality.query.device;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.legality.device.DeviceEvent;
import kz.legality.device.ListStatus;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.query.json.Json;
import kz.legality.query.projection.OutOfSequenceException;
import kz.legality.query.projection.Recorded;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.projection.StateView;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;

/** Where each device stands, and the facts that make it so; the lists are an index of it, their sizes its counters. */
public final class DevicesView implements StateView<DeviceDocument> {
    public static final String NAME = "devices";
    /** By {@link ListStatus}, then by IMEI. */
    public static final String LIST = "list";
    /** Grey devices whose term runs, by its end. */
    public static final String DEADLINE = "deadline";
    /** The IMEIs of one device. */
    public static final String DEVICE = "device";
    /** By the pseudonym of a subscriber who is served although the IMEI's status would not let him. */
    public static final String EXCEPTION = "exception";

    private static final Json<DeviceDocument> JSON = new Json<>(DeviceDocument.class);

    private final Policies policies;

    /** @param policies another version of it rebuilds the view */
    public DevicesView(Policies policies) {
        this.policies = policies;
    }

    public static DeviceDocument of(Document document) {
        return JSON.read(document);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String revision() {
        return "5/" + policies.now().version();
    }

    @Override
    public boolean takes(String stream) {
        return DeviceStreams.isOne(stream);
    }

    @Override
    public DeviceDocument unseen(String stream) {
        return DeviceDocument.unseen(new Imei(stream));
    }

    @Override
    public DeviceDocument read(Document document) {
        return of(document);
    }

    @Override
    public DeviceDocument after(DeviceDocument state, Recorded event) {
        OutOfSequenceException.require(state.device().nextSequence(), event);
        return state.after(event, (DeviceEvent) event.event(), policies.now());
    }

    @Override
    public Document write(String stream, DeviceDocument state, long position) {
        return new Document(stream, position, JSON.write(state), entriesOf(state, policies.now()));
    }

    @Override
    public Map<String, Long> counted(DeviceDocument state) {
        return Map.of(state.status().name(), 1L);
    }

    private static Set<IndexEntry> entriesOf(DeviceDocument state, Policy policy) {
        Set<IndexEntry> entries = new HashSet<>();
        entries.add(new IndexEntry(LIST, state.status().name()));
        Instant deadline = state.deadline();
        if (state.status() == ListStatus.GREY && deadline != null) {
            entries.add(new IndexEntry(DEADLINE, SortKeys.of(deadline)));
        }
        state.exceptions(policy).forEach(subscriber -> entries.add(new IndexEntry(EXCEPTION, subscriber)));
        state.groups().forEach(group -> entries.add(new IndexEntry(DEVICE, group)));
        return entries;
    }
}
