package kz.legality.query.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import kz.legality.device.Device;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.Owner;
import kz.legality.device.Standing;
import kz.legality.finding.FactRef;
import kz.legality.finding.Held;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.query.device.DeviceState.GivenReason;
import kz.legality.query.projection.Parked;
import kz.legality.query.store.Document;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.query.tac.Catalogue;
import kz.legality.rule.CaseFile;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Answers about one IMEI. */
public final class DeviceQueries {
    private final ReadStore store;
    private final StoredDeviceEvents stored;
    private final Policies policies;
    private final Catalogue catalogue;
    private final LongSupplier position;

    /**
     * @param serializer the one the events were stored with
     * @param position of the newest event that every view has seen
     */
    public DeviceQueries(
            ReadStore store, Serializer serializer, Policies policies, Catalogue catalogue, LongSupplier position) {
        this.store = store;
        this.stored = new StoredDeviceEvents(serializer);
        this.policies = policies;
        this.catalogue = catalogue;
        this.position = position;
    }

    public DeviceState state(Imei imei, Moment moment) {
        // Read first: what is written while the answer is made can only make it newer than it says.
        long seen = position.getAsLong();
        Seen device = see(imei, moment);
        Map<Long, HistoryRow> rows = rowsOf(imei, device);
        Optional<Catalogue.Model> model = catalogue.model(imei.tac());
        Optional<Declaration> declared = device.facts().declaredUntil(moment.asOfOrEver());
        List<String> siblings = siblings(imei, device.facts(), moment);
        return new DeviceState(
                imei.printed(),
                device.standing().status(),
                device.standing().reasons().stream()
                        .map(reason -> given(reason, rows))
                        .toList(),
                device.standing().deadline(),
                brand(declared, model),
                model(declared, model),
                model.map(Catalogue.Model::marketingName).orElse(null),
                siblings,
                whole(imei, device, siblings, moment),
                device.facts()
                        .boundUntil(moment.asOfOrEver())
                        .map(Device.Binding::sequence)
                        .map(rows::get)
                        .map(this::owner)
                        .orElse(null),
                isIncomplete(imei),
                seen);
    }

    public DeviceHistory history(Imei imei, Moment moment) {
        long seen = position.getAsLong();
        Life life = new Life(imei, moment, rows(imei));
        Standing standing = life.standing(life.facts(stored), policies);
        return new DeviceHistory(imei.printed(), standing.status(), life.events(), isIncomplete(imei), seen);
    }

    /** All that was known of it then, and where it stood; empty where nothing was known yet. */
    public Optional<DeviceDocument> document(Imei imei, Moment moment) {
        DeviceDocument document = new Life(imei, moment, rows(imei)).document(stored, policies);
        return document.device().nextSequence() == 0 ? Optional.empty() : Optional.of(document);
    }

    public PublicCheck publicCheck(Imei imei) {
        long seen = position.getAsLong();
        Seen device = see(imei, Moment.NOW);
        Optional<Catalogue.Model> model = catalogue.model(imei.tac());
        Optional<Declaration> declared = device.facts().declaredUntil(Instant.MAX);
        return new PublicCheck(
                imei.printed(),
                device.standing().status(),
                brand(declared, model),
                model(declared, model),
                model.map(Catalogue.Model::marketingName).orElse(null),
                PublicCheck.Advice.on(device.standing()),
                device.standing().deadline(),
                seen);
    }

    private record Seen(DeviceDocument facts, Standing standing) {}

    private Seen see(Imei imei, Moment moment) {
        if (!moment.isNow()) {
            Life life = new Life(imei, moment, rows(imei));
            DeviceDocument facts = life.facts(stored);
            return new Seen(facts, life.standing(facts, policies));
        }
        return store.get(DevicesView.NAME, imei.key())
                .map(DevicesView::of)
                .map(it -> new Seen(it, new Standing(it.status(), it.reasons(), it.deadline())))
                .orElseGet(() -> {
                    DeviceDocument unseen = DeviceDocument.unseen(imei);
                    return new Seen(unseen, Standing.now(imei, unseen.device(), policies.now()));
                });
    }

    /** What the rules had found in it, as far as it was known then and rests on what had happened by then; withdrawn ones too. */
    public List<Held> findings(Imei imei, Moment moment) {
        List<DeviceEvent> known = new Life(imei, moment, rows(imei)).known(stored);
        return CaseFile.of(imei, known).findings().all().stream()
                .filter(held -> moment.sawHappen(held.finding().at()))
                .toList();
    }

    /** Where an event of a device's stream stands among all; empty where the views have none there. */
    public OptionalLong positionOf(FactRef event) {
        return store.get(HistoryView.NAME, HistoryView.key(event.stream(), event.sequence())).stream()
                .mapToLong(Document::position)
                .findFirst();
    }

    /** Where the events of a device's stream stand among all, in the order of the stream, as far as the views have come. */
    public List<Long> positions(Imei imei) {
        List<Long> positions = new ArrayList<>();
        store.scan(HistoryView.of(imei), document -> positions.add(document.position()));
        return positions;
    }

    private List<HistoryRow> rows(Imei imei) {
        List<HistoryRow> rows = new ArrayList<>();
        store.scan(HistoryView.of(imei), document -> rows.add(HistoryRow.of(document)));
        return rows;
    }

    /** The events that reasons and bindings rest on, by sequence. */
    private Map<Long, HistoryRow> rowsOf(Imei imei, Seen device) {
        TreeSet<Long> sequences = new TreeSet<>();
        device.standing().reasons().stream()
                .map(Standing.Reason::sequence)
                .filter(Objects::nonNull)
                .forEach(sequences::add);
        device.facts().device().bindings().forEach(binding -> sequences.add(binding.sequence()));
        List<String> keys = sequences.stream()
                .map(sequence -> HistoryView.key(imei.key(), sequence))
                .toList();
        Map<Long, HistoryRow> rows = new HashMap<>();
        for (Document document : store.getAll(HistoryView.NAME, keys).values()) {
            HistoryRow row = HistoryRow.of(document);
            rows.put(row.sequence(), row);
        }
        return rows;
    }

    private static GivenReason given(Standing.Reason reason, Map<Long, HistoryRow> rows) {
        HistoryRow row = reason.sequence() == null ? null : rows.get(reason.sequence());
        return new GivenReason(
                reason.code(),
                row == null ? null : row.position(),
                reason.sequence(),
                row == null ? null : EventSource.of(row.source()),
                reason.policyVersion());
    }

    private @Nullable RegisteredOwner owner(HistoryRow registration) {
        if (!(stored.read(registration) instanceof DeviceRegistered registered)) {
            return null;
        }
        return switch (registered.owner()) {
            case Owner.Person it -> new RegisteredOwner.Person(it.person(), registration.eventId(), "owner.person");
            case Owner.Company it -> new RegisteredOwner.Company(it.company());
        };
    }

    /** The paired, and by what counts today of the other IMEIs' papers, as far as it was known and had happened at the moment. */
    private List<String> siblings(Imei imei, DeviceDocument facts, Moment moment) {
        TreeSet<String> found = new TreeSet<>();
        facts.device().particulars().pairings().stream()
                .filter(pairing -> pairing.standsAt(moment.asOfOrEver()))
                .forEach(pairing -> found.add(new Imei(pairing.other()).printed()));
        for (String group : facts.groups()) {
            Selection grouped =
                    Selection.by(DevicesView.NAME, DevicesView.DEVICE).startingWith(group);
            for (Document document :
                    store.page(grouped, null, Page.DOCUMENTS_MAX).documents()) {
                DeviceDocument other = DevicesView.of(document);
                boolean then = other.declarations().stream()
                        .anyMatch(it -> group.equals(it.groupName())
                                && moment.knew(it.recordedAt())
                                && moment.sawHappen(it.at()));
                if (then && !document.key().equals(imei.key())) {
                    found.add(other.imei());
                }
            }
        }
        return found.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private WholeDevice whole(Imei imei, Seen device, List<String> siblings, Moment moment) {
        List<WholeDevice.Slot> slots = new ArrayList<>();
        slots.add(new WholeDevice.Slot(imei.printed(), device.standing().status()));
        for (String sibling : siblings) {
            slots.add(new WholeDevice.Slot(
                    sibling, see(new Imei(sibling), moment).standing().status()));
        }
        return WholeDevice.of(slots);
    }

    private boolean isIncomplete(Imei imei) {
        return waits(DevicesView.NAME, imei) || waits(HistoryView.NAME, imei);
    }

    private boolean waits(String view, Imei imei) {
        return !store.page(Parked.by(view, imei.key()), null, 1).documents().isEmpty();
    }

    private static @Nullable String brand(Optional<Declaration> declared, Optional<Catalogue.Model> model) {
        return declared.map(Declaration::brand)
                .or(() -> model.map(Catalogue.Model::brand))
                .orElse(null);
    }

    private static @Nullable String model(Optional<Declaration> declared, Optional<Catalogue.Model> model) {
        return declared.map(Declaration::model)
                .or(() -> model.map(Catalogue.Model::model))
                .orElse(null);
    }
}
