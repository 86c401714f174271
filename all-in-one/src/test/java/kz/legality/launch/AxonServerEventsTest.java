package kz.legality.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.nullable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.grpc.Status;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import kz.legality.command.storedform.StoredForm;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyEvent.PolicyActivated;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an Axon Server answers, in the words that the rest of the ledger waits for. */
class AxonServerEventsTest {
    private final AppendEventsTransaction append = mock();
    private AxonServerEvents events;

    @BeforeEach
    void connect() {
        EventChannel channel = mock();
        when(channel.startAppendEventsTransaction()).thenReturn(append);
        AxonServerConnection connection = mock();
        when(connection.eventChannel()).thenReturn(channel);
        AxonServerConnectionManager connections = mock();
        when(connections.getConnection(nullable(String.class))).thenReturn(connection);
        when(append.appendEvent(any())).thenReturn(append);
        events = AxonServerEvents.over(
                AxonServerConfiguration.builder().componentName("test").build(), connections, new StoredForm());
    }

    @Test
    void a_stream_that_another_continued_is_a_conflict() {
        answer(refused(
                Status.OUT_OF_RANGE, "[AXONIQ-2000] Invalid sequence number 1 for aggregate policy:KZ, expected 2"));

        assertThatThrownBy(() -> events.publish(activated())).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_command_meets_the_conflict_before_its_unit_of_work_commits() {
        answer(refused(
                Status.OUT_OF_RANGE, "[AXONIQ-2000] Invalid sequence number 1 for aggregate policy:KZ, expected 2"));
        DefaultUnitOfWork<DomainEventMessage<?>> command = DefaultUnitOfWork.startAndGet(activated());
        events.publish(activated());

        assertThatThrownBy(command::commit).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void what_a_command_led_to_is_stored_once() {
        answer(CompletableFuture.completedFuture(
                Confirmation.newBuilder().setSuccess(true).build()));
        DefaultUnitOfWork<DomainEventMessage<?>> command = DefaultUnitOfWork.startAndGet(activated());
        events.publish(activated());
        command.commit();

        verify(append).commit();
    }

    @Test
    void another_refusal_stays_what_it_is() {
        answer(refused(Status.UNAVAILABLE, "io exception"));

        assertThatThrownBy(() -> events.publish(activated()))
                .isNotInstanceOf(ConcurrencyException.class)
                .satisfies(failure -> assertThat(StoreAway.told(failure))
                        .hasValueSatisfying(said ->
                                assertThat(said).contains("the Axon Server that keeps the events does not answer")));
    }

    private void answer(CompletableFuture<Confirmation> confirmation) {
        when(append.commit()).thenReturn(confirmation);
    }

    private static CompletableFuture<Confirmation> refused(Status status, String why) {
        return CompletableFuture.failedFuture(status.withDescription(why).asRuntimeException());
    }

    private static DomainEventMessage<LedgerEvent> activated() {
        PolicyActivated event =
                PolicyActivated.of(Policy.kazakhstan(), Instant.parse("2026-03-01T00:00:00Z"), new Source.Rule("Test"));
        return new GenericDomainEventMessage<>("Policy", event.stream(), 1, event);
    }
}
