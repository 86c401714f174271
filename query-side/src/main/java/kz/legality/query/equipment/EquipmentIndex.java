package kz.legality.query.equipment;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import kz.legality.device.ListStatus;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;

/** Where every IMEI stands. Reading takes no lock and allocates nothing; one thread at a time writes. */
public final class EquipmentIndex {
    private final EquipmentTable table;
    private final Map<Long, Set<Pseudonym>> exceptions = new ConcurrentHashMap<>();

    /** An empty one.
     *
     * @param expected how many IMEIs are about to come; more are welcome
     */
    public EquipmentIndex(long expected) {
        this.table = new EquipmentTable(expected);
    }

    /** An IMEI by its 14 digits; null where it was never heard of. */
    public @Nullable ListStatus status(long key) {
        long said = table.find(key);
        return said == 0 ? null : Equipment.status(said);
    }

    /**
     * The same for one subscriber: whoever is excepted is served.
     *
     * @param subscriber asked for only where the IMEI has exceptions: to make a pseudonym costs more than all the rest
     */
    public @Nullable ListStatus status(long key, Supplier<@Nullable Pseudonym> subscriber) {
        long said = table.find(key);
        if (said == 0) {
            return null;
        }
        if (Equipment.hasExceptions(said)) {
            Pseudonym asked = subscriber.get();
            if (asked != null && exceptions.getOrDefault(key, Set.of()).contains(asked)) {
                return ListStatus.WHITE;
            }
        }
        return Equipment.status(said);
    }

    /** The exception is there before the entry says so, and goes after it. */
    public void put(Equipment equipment) {
        if (!equipment.exceptions().isEmpty()) {
            exceptions.put(equipment.key(), equipment.exceptions());
        }
        table.put(equipment.key(), equipment.said());
        if (equipment.exceptions().isEmpty()) {
            exceptions.remove(equipment.key());
        }
    }

    void putRaw(long key, long said) {
        table.put(key, said);
    }

    void putExceptions(long key, Set<Pseudonym> subscribers) {
        exceptions.put(key, Set.copyOf(subscribers));
    }

    public long size() {
        return table.size();
    }

    /** Memory of the table, in bytes; exceptions come on top. */
    public long bytes() {
        return table.bytes();
    }

    void eachEntry(LongConsumer consumer) {
        table.each(consumer);
    }

    void eachException(BiConsumer<Long, Set<Pseudonym>> consumer) {
        exceptions.forEach(consumer);
    }
}
