package io.agencyos.application.shared;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * When what is shown was written first and last, one question for a page. It is asked after the page was read, so of what
 * changes in between it names the later moment; {@code version} says which change is shown. Source: api 8.
 */
@PrimaryPort
public interface ReadStamps {

    /** Those of the scope's rows that are there, by their ids; nothing is asked for no ids. */
    Map<UUID, Stamp> of(TenantScope scope, Stamps.Kind kind, Collection<UUID> ids);

    /** The same of several clients' rows, for staff who are shown them. */
    Map<UUID, Stamp> everywhere(Stamps.Kind kind, Map<UUID, ClientId> rows);
}
