package kz.legality.command.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.event.Source;
import kz.legality.policy.Activating;
import kz.legality.policy.Activating.Activation;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyBook;
import kz.legality.policy.PolicyEvent;
import kz.legality.policy.PolicyEvent.PolicyActivated;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The policies of one jurisdiction as the event store holds them. Opening the shelf of a new ledger activates the policy
 * that is shipped. Safe for many threads; what another process activated is seen after {@link #refresh}.
 */
public final class PolicyShelf implements Policies {
    /** What its stream is called in the store, beside the jurisdiction that names it. */
    public static final String TYPE = "Policy";

    private static final int ATTEMPTS_MAX = 10;

    private final EventStore store;
    private final String jurisdiction;
    private final Clock clock;
    private volatile PolicyBook book;

    private PolicyShelf(EventStore store, String jurisdiction, Clock clock) {
        this.store = store;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
        this.book = recorded().orElseGet(() -> PolicyBook.of(begin()));
    }

    /**
     * The shelf of one jurisdiction.
     *
     * @param jurisdiction by its two letters; a policy of it is shipped
     */
    public static PolicyShelf open(EventStore store, String jurisdiction, Clock clock) {
        return new PolicyShelf(store, jurisdiction, clock);
    }

    @Override
    public PolicyBook book() {
        return book;
    }

    @Override
    public Policy now() {
        return book.inForceAt(clock.instant());
    }

    /** Sees what was activated elsewhere. */
    public void refresh() {
        long known = book.versions().size();
        if (store.lastSequenceNumberFor(PolicyEvent.streamOf(jurisdiction)).orElse(-1L) >= known) {
            book = recorded().orElse(book);
        }
    }

    /** Decides and stores. When this returns, the version is in the store and this shelf's book holds it. */
    public Activation activate(Policy next, Source source) {
        RuntimeException lost = new ConcurrencyException("the policies of " + jurisdiction + " are overrun");
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Optional<PolicyBook> before = recorded();
            Activation activation = Activating.decide(next, Optional.of(before.orElse(book)), clock.instant(), source);
            try {
                if (activation instanceof Activation.Accepted accepted) {
                    append(
                            accepted.events(),
                            before.map(it -> it.versions().size()).orElse(0));
                }
                refresh();
                return activation;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                lost = e;
            }
        }
        throw lost;
    }

    /** Two processes that open one new ledger at once activate the same thing; the second finds it done. */
    private Policy begin() {
        Policy shipped = PolicyFile.shipped(jurisdiction);
        try {
            append(
                    List.of(PolicyActivated.of(
                            shipped,
                            clock.instant(),
                            new Source.Rule("WhenALedgerBeginsThenTheShippedPolicyIsActivated"))),
                    0);
        } catch (ConcurrencyException | AggregateStreamCreationException done) {
            return recorded().orElseThrow(() -> done).versions().getFirst();
        }
        return shipped;
    }

    private void append(List<PolicyActivated> events, long sequence) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        Instant recordedAt = clock.instant();
        for (PolicyActivated event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    TYPE,
                    event.stream(),
                    sequence++,
                    event,
                    MetaData.emptyInstance(),
                    IdentifierFactory.getInstance().generateIdentifier(),
                    recordedAt));
        }
        if (!messages.isEmpty()) {
            store.publish(messages);
        }
    }

    private Optional<PolicyBook> recorded() {
        List<PolicyActivated> activated = new ArrayList<>();
        DomainEventStream events = store.readEvents(PolicyEvent.streamOf(jurisdiction), 0);
        while (events.hasNext()) {
            activated.add(
                    switch ((PolicyEvent) events.next().getPayload()) {
                        case PolicyActivated it -> it;
                    });
        }
        return activated.isEmpty() ? Optional.empty() : Optional.of(PolicyBook.recorded(activated));
    }
}
