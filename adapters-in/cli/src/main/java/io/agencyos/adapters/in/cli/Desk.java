package io.agencyos.adapters.in.cli;

import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.client.identity.ListMembers;
import io.agencyos.application.client.identity.ResetPassword;
import io.agencyos.application.client.staff.AppointFirstStaff;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.ListImports;
import io.agencyos.application.lead.intake.UndoImport;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running product as the working commands use it; bootstrap opens it, with the database, for one command. */
public interface Desk extends AutoCloseable {

    /** Opens the product; the command closes it. */
    @FunctionalInterface
    interface Opener {

        Desk open();
    }

    OpenClient openClient();

    AddUser addUser();

    ResetPassword resetPassword();

    /** Empty where the product signs people in itself, and a setup code makes the first of the staff. */
    Optional<AppointFirstStaff> firstStaff();

    ListMembers listMembers();

    ImportLeads importLeads();

    UndoImport undoImport();

    ListImports listImports();

    LeadFiles leadFiles();

    /** Live clients, oldest first. */
    List<Client> clients();

    /** The live client that a person means by a name, slug or id. */
    default Optional<Client> client(String meant) {
        return clients().stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(meant)
                        || candidate.slug().equals(meant)
                        || candidate.id().text().equals(meant))
                .findFirst();
    }

    Map<Tier, Integer> tiersOfImport(ClientId client, ImportId run);

    @Override
    void close();
}
