package io.agencyos.application.client.staff;

import io.agencyos.domain.shared.id.UserId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where the platform's rules stand. Needs an open platform unit of work. Source: data model 5.14 platform_setting. */
@SecondaryPort
public interface PlatformRulebook {

    PlatformRules read();

    /** Writes them where the version is still {@code rules.version()}, else {@code ConcurrentUpdate}. */
    PlatformRules write(PlatformRules rules, UserId by);
}
