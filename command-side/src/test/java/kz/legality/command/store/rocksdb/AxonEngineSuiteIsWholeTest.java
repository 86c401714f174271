package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class AxonEngineSuiteIsWholeTest {
    /** The size of the suite in axon-eventsourcing 4.13.0: 17 of every engine, 9 of the abstract one, 2 of the batching one. */
    private static final int SUITE_TESTS = 28;

    @Test
    void every_test_of_axons_suite_runs_and_none_is_left_out() {
        long written = Stream.<Class<?>>iterate(
                        BatchingEventStorageEngineTest.class, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(AxonEngineSuiteTest.class))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();

        LauncherFactory.create().execute(request, listener);

        TestExecutionSummary summary = listener.getSummary();
        assertThat(written).isEqualTo(SUITE_TESTS);
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(written);
        assertThat(summary.getTestsSkippedCount() + summary.getTestsAbortedCount())
                .isZero();
        assertThat(AxonEngineSuiteTest.class.getDeclaredMethods())
                .noneMatch(
                        method -> method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Disabled.class));
    }
}
