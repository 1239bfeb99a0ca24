package io.agencyos.application.outreach.suppression;

import io.agencyos.application.lead.store.Suppressions.Key;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;

/** What a person typed as the key by which entries match. Source: outreach 6.2. */
record SuppressionKeys(IdentityKeys keys) {

    Result<Key, InputProblem> read(SuppressionKeyType type, String text, Country home) {
        Result<String, InputProblem> value = switch (type) {
            case EMAIL -> EmailAddress.parse(text).map(email -> email.key().value());
            case PHONE -> PhoneNumbers.parse(text, home).map(PhoneNumber::e164);
            case LINKEDIN -> LinkedInUrl.parse(text).map(LinkedInUrl::key);
            case DOMAIN -> keys.suppressionDomain(text).map(DomainName::value);
            case COMPANY -> NameKey.of(text).map(NameKey::value);
            case PERSON -> Result.err(new InputProblem("lead_required", "A person is named by the id of its lead."));
        };
        return value.map(read -> new Key(type, read));
    }
}
