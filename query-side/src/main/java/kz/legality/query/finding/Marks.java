package kz.legality.query.finding;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What a stretch of events has touched, and is to be judged again. */
final class Marks {
    final Set<String> devices = new TreeSet<>();
    final Set<String> items = new HashSet<>();
    final Set<String> claims = new HashSet<>();
    final Set<String> persons = new HashSet<>();
    /** Type allocation codes whose prices moved. */
    final Set<String> tacs = new HashSet<>();

    int size() {
        return devices.size() + items.size() + claims.size();
    }
}
