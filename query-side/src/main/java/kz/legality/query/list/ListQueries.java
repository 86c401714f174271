package kz.legality.query.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kz.legality.device.ListStatus;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.query.device.DeviceDocument;
import kz.legality.query.device.DeviceQueries;
import kz.legality.query.device.DevicesView;
import kz.legality.query.device.Moment;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.store.Document;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import org.jspecify.annotations.Nullable;

/** Answers about the lists. An IMEI that was never heard of is on none, not even on {@link ListStatus#UNKNOWN}'s. */
public final class ListQueries {
    /** So many devices are judged for one page of a past moment, whether they stood on the list or not. */
    static final int JUDGED_FOR_A_PAGE_MAX = 10_000;

    private final ReadStore store;
    private final DeviceQueries devices;
    private final Policies policies;
    private final LongSupplier position;

    public ListQueries(ReadStore store, DeviceQueries devices, Policies policies, LongSupplier position) {
        this.store = store;
        this.devices = devices;
        this.policies = policies;
        this.position = position;
    }

    /**
     * Some entries, by IMEI.
     *
     * @param next the cursor of the following page
     */
    public record Entries(List<ListEntry> entries, Optional<String> next, long position) {}

    /** A grey term that ends, or ended, at {@code deadline}. */
    public record DueTerm(Imei imei, Instant deadline) {}

    /**
     * Some entries of a list as it stands.
     *
     * @param cursor null begins with the first
     * @param limit 1 to {@link Page#DOCUMENTS_MAX}
     */
    public Entries page(ListStatus status, @Nullable String cursor, int limit) {
        long seen = position.getAsLong();
        Page page = store.page(listOf(status), cursor, limit);
        return new Entries(page.documents().stream().map(this::entry).toList(), page.next(), seen);
    }

    /**
     * Some entries of the list as it was at a moment, by IMEI, each device judged anew by its events. Of devices that are
     * many, most may have stood elsewhere: a page may be short, or empty, and not be the last.
     *
     * @param cursor null begins with the first
     * @param limit 1 to {@link Page#DOCUMENTS_MAX}
     */
    public Entries page(ListStatus status, Moment moment, @Nullable String cursor, int limit) {
        if (moment.isNow()) {
            return page(status, cursor, limit);
        }
        long seen = position.getAsLong();
        List<ListEntry> entries = new ArrayList<>();
        Optional<String> next = Optional.ofNullable(cursor);
        int judged = 0;
        do {
            Page page = store.page(Selection.all(DevicesView.NAME), next.orElse(null), limit - entries.size());
            for (Document document : page.documents()) {
                devices.document(new Imei(new Imei(document.key()).printed()), moment)
                        .filter(device -> device.status() == status)
                        .map(device -> ListEntry.of(device, policies.now().zone(), moment.asOfOrEver()))
                        .ifPresent(entries::add);
            }
            judged += page.documents().size();
            next = page.next();
        } while (next.isPresent() && entries.size() < limit && judged < JUDGED_FOR_A_PAGE_MAX);
        return new Entries(List.copyOf(entries), next, seen);
    }

    /** Hands over a whole list, by IMEI, in bounded memory; returns the position it was known to be at when it began. */
    public long stream(ListStatus status, Consumer<ListEntry> consumer) {
        return stream(status, (entry, cutOff) -> entry, consumer);
    }

    /**
     * The same, with the operators of those whom a block of it takes from the network.
     *
     * @param made of each entry and those operators, by several threads side by side
     * @param consumer of what was made, in the order of the entries, by the caller's thread
     */
    public <T> long stream(
            ListStatus status,
            BiFunction<ListEntry, Supplier<Set<String>>, ? extends T> made,
            Consumer<? super T> consumer) {
        long seen = position.getAsLong();
        Policy policy = policies.now();
        try (SideBySide<Document, T> entries = new SideBySide<>(
                document -> {
                    DeviceDocument device = DevicesView.of(document);
                    return made.apply(
                            ListEntry.of(device, policy.zone(), Instant.MAX),
                            () -> SubscribersOf.cutOff(device, policy));
                },
                consumer)) {
            store.scan(listOf(status), entries::add);
            entries.finish();
        }
        return seen;
    }

    /**
     * Hands over who is excepted, by IMEI and then by subscriber; they are few enough to be held. Returns the position the
     * list was known to be at when it began.
     */
    public long exceptions(Consumer<SubscriberEntry> consumer) {
        long seen = position.getAsLong();
        Policy policy = policies.now();
        SortedMap<String, List<SubscriberEntry>> byImei = new TreeMap<>();
        store.scan(
                Selection.by(DevicesView.NAME, DevicesView.EXCEPTION),
                device -> byImei.computeIfAbsent(
                        device.key(), imei -> SubscribersOf.excepted(DevicesView.of(device), policy)));
        byImei.values().forEach(some -> some.forEach(consumer));
        return seen;
    }

    /**
     * Hands over whom operators warn, by IMEI and then by subscriber, in bounded memory; returns the position it was known
     * to be at when it began.
     *
     * @param now from which the policy looks back
     */
    public long notifications(Instant now, Consumer<SubscriberEntry> consumer) {
        long seen = position.getAsLong();
        Policy policy = policies.now();
        store.scan(
                listOf(ListStatus.GREY),
                device -> SubscribersOf.warned(DevicesView.of(device), policy, now)
                        .forEach(consumer));
        return seen;
    }

    /** How many phones are registered with each operator; reads every device. */
    public Map<String, Long> registered() {
        Map<String, Long> counts = new TreeMap<>();
        store.scan(
                Selection.all(DevicesView.NAME),
                device -> SubscribersOf.operators(DevicesView.of(device))
                        .forEach(operator -> counts.merge(operator, 1L, Long::sum)));
        return counts;
    }

    /** Where these stand now, with the operators of those whom a block of it takes from the network. */
    public void entries(Collection<String> keys, BiConsumer<ListEntry, Supplier<Set<String>>> consumer) {
        Policy policy = policies.now();
        for (Document document : store.getAll(DevicesView.NAME, keys).values()) {
            DeviceDocument device = DevicesView.of(document);
            consumer.accept(
                    ListEntry.of(device, policy.zone(), Instant.MAX), () -> SubscribersOf.cutOff(device, policy));
        }
    }

    /** Where these stand now, by the 14 digits of their IMEIs; whoever was never heard of is left out. */
    public List<ListEntry> entries(Collection<String> keys) {
        return store.getAll(DevicesView.NAME, keys).values().stream()
                .map(this::entry)
                .toList();
    }

    /** How many IMEIs stand where, as cheap as reading one document. */
    public Map<ListStatus, Long> counts() {
        Map<String, Long> counted = store.counters(DevicesView.NAME);
        Map<ListStatus, Long> counts = new EnumMap<>(ListStatus.class);
        for (ListStatus status : ListStatus.values()) {
            counts.put(status, counted.getOrDefault(status.name(), 0L));
        }
        return counts;
    }

    /**
     * The first grey terms that end at or before {@code until}, the earliest first.
     *
     * @param limit 1 to {@link Page#DOCUMENTS_MAX}
     */
    public List<DueTerm> dueGreyTerms(Instant until, int limit) {
        return store.page(dueBy(until), null, limit).documents().stream()
                .map(ListQueries::term)
                .toList();
    }

    /** All of them, the earliest first, in bounded memory. */
    public void dueGreyTerms(Instant until, Consumer<DueTerm> consumer) {
        store.scan(dueBy(until), document -> consumer.accept(term(document)));
    }

    /** The devices whose grey term ends at or before {@code until}, the earliest first, in bounded memory. */
    public void dueDevices(Instant until, Consumer<Imei> consumer) {
        store.scan(dueBy(until), document -> consumer.accept(new Imei(new Imei(document.key()).printed())));
    }

    private static Selection listOf(ListStatus status) {
        return Selection.by(DevicesView.NAME, DevicesView.LIST).startingWith(status.name());
    }

    private static Selection dueBy(Instant until) {
        return Selection.by(DevicesView.NAME, DevicesView.DEADLINE).endingBefore(SortKeys.of(until.plusNanos(1)));
    }

    private ListEntry entry(Document document) {
        return ListEntry.of(DevicesView.of(document), policies.now().zone(), Instant.MAX);
    }

    private static DueTerm term(Document document) {
        DeviceDocument device = DevicesView.of(document);
        return new DueTerm(
                new Imei(device.imei()), Objects.requireNonNull(device.deadline(), "only running terms are indexed"));
    }
}
