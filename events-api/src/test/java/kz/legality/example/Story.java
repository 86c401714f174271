package kz.legality.example;

import java.util.List;

/** What was said and what followed, for readers. */
public interface Story {
    /** One sentence each. */
    List<String> lines();
}
