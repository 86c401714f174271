package kz.legality.door.webhook;

import kz.legality.launch.OpenLedger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** They stop before the ledger they read from is closed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhooksConfiguration {
    @Bean
    Webhooks webhooks(WebhookSettings settings, OpenLedger ledger) {
        return Webhooks.start(settings, ledger);
    }
}
