package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** The members of a live client, by address; for whoever runs the installation. */
@PrimaryPort
public interface ListMembers {

    List<Member> of(ClientId client);
}
