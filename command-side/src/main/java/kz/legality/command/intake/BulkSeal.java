package kz.legality.command.intake;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Seals the personal fields of many events at once, so that the keys of a batch are fetched together. */
@FunctionalInterface
public interface BulkSeal {
    /**
     * The same messages in the same order, with the same identifiers, none with a personal field open.
     *
     * @throws kz.legality.secrecy.SubjectForgotten when a person among them was forgotten
     */
    List<DomainEventMessage<?>> sealed(List<DomainEventMessage<?>> events);
}
