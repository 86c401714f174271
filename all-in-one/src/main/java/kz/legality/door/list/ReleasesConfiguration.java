package kz.legality.door.list;

import kz.legality.door.release.ListReleases;
import kz.legality.launch.OpenLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One register of releases for all doors. */
@Configuration(proxyBeanMethods = false)
class ReleasesConfiguration {
    @Bean
    ListReleases releases(OpenLedger ledger) {
        return new ListReleases(ledger);
    }

    @Bean
    ReleasedRows rows(OpenLedger ledger, ListReleases releases) {
        return new ReleasedRows(ledger, releases);
    }
}
