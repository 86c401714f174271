package kz.legality.door.operator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kz.legality.launch.OpenLedger;
import org.apache.coyote.Request;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.Scheduled;

/** How networks come in: by HTTP/2 with or without TLS, and past everything that people need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkTlsSettings.class)
class NetworkConfiguration {
    private static final int KEPT_ALIVE_REQUESTS_UNLIMITED = -1;
    private static final long REFRESH_MILLIS = 500;

    private final OpenLedger ledger;

    NetworkConfiguration(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @Bean
    FilterRegistrationBean<EquipmentShortcut> equipmentShortcut(EquipmentDoor door, AdmittedTokens tokens) {
        FilterRegistrationBean<EquipmentShortcut> shortcut =
                new FilterRegistrationBean<>(new EquipmentShortcut(door.checks(), tokens));
        shortcut.addUrlPatterns("/n5g-eir-eic/v1/equipment-status");
        shortcut.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return shortcut;
    }

    /** A network's core keeps its connection; the default would cut it after a hundred questions. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> networksSpeakHttp2() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> {
            connector.addUpgradeProtocol(new Http2ByPriorKnowledge());
            connector.setProperty("maxKeepAliveRequests", Integer.toString(KEPT_ALIVE_REQUESTS_UNLIMITED));
        });
    }

    /** A port of its own for networks that ask under TLS; none where no keystore is set. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> networksSpeakTls(
            NetworkTlsSettings settings, @Value("${server.address:127.0.0.1}") String address) {
        return tomcat -> {
            if (settings.keystore() != null) {
                tomcat.addAdditionalConnectors(settings.connector(address, new Http2ByPriorKnowledge()));
            }
        };
    }

    /** Where another process projects into the same read store, its news reach this one's index here. */
    @Scheduled(fixedDelay = REFRESH_MILLIS)
    void refresh() {
        ledger.queries().equipment().refresh();
    }

    /** The index as it is, for a fast start after a crash too. */
    @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.MINUTES)
    void snapshot() {
        ledger.queries().equipment().writeSnapshot(ledger.data().equipment());
    }

    /**
     * HTTP/2 for who begins with it or agrees on it by TLS. Who begins with HTTP/1.1 and offers to go over stays with it:
     * Tomcat would have to hold his whole request in memory first, and refuses a file with 413.
     */
    private static final class Http2ByPriorKnowledge extends Http2Protocol {
        Http2ByPriorKnowledge() {
            setKeepAliveTimeout(Duration.ofMinutes(5).toMillis());
        }

        @Override
        public boolean accept(Request request) {
            return false;
        }
    }
}
