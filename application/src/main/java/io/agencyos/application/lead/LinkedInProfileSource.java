package io.agencyos.application.lead;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LinkedInUrl;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What LinkedIn shows a seat of people and companies; looking leaves no trace there. Source: vocabulary (ports), content 1,
 * unipile 4.6.
 */
@SecondaryPort
public interface LinkedInProfileSource {

    /**
     * Something that a person wrote or passed on.
     *
     * @param passedOn whether somebody else wrote it
     */
    record Post(
            String text,
            Optional<Instant> at,
            int reactions,
            int comments,
            int reposts,
            boolean passedOn,
            Optional<URI> address) {}

    /**
     * A company's page; everything but the name may be missing.
     *
     * @param ref the network's lasting id
     */
    record CompanyPage(
            String ref,
            String name,
            Optional<String> slug,
            Optional<String> description,
            Optional<Integer> employees,
            Optional<URI> website,
            List<String> industries) {

        public CompanyPage {
            industries = List.copyOf(industries);
        }
    }

    /** The newest posts of a person, at most this many; {@code NotFound} for a page that is nobody's. */
    Result<List<Post>, VendorFailure> posts(ClientId client, String seat, LinkedInUrl person, int most);

    Result<CompanyPage, VendorFailure> company(ClientId client, String seat, LinkedInUrl company);
}
