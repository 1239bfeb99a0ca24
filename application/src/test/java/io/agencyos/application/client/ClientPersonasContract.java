package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import org.junit.jupiter.api.Test;

/** In whose name a client writes: personas, of which exactly one is the default. Source: api 8, 9.2. */
public abstract class ClientPersonasContract extends ClientNamingContract {

    @Test // api 8, 9.2: exactly one default among the active ones, at most as many as the plan has
    void the_first_persona_is_the_default_and_another_one_takes_its_place() {
        Persona sam = added("Sam", false);
        Persona lee = added("Lee", false);

        assertThat(sam.isDefault()).isTrue();
        assertThat(lee.isDefault()).isFalse();
        assertThat(sam.displayName()).isEqualTo("Sam from " + client().name());
        assertThat(use().personas().add(as(Role.ADMIN), wish("Kim", true), Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.LimitReached(2, 2));

        ManagePersonas.Outcome made =
                use().personas().change(as(Role.ADMIN), lee.id(), 0, wish("Leigh", true), Origin.NONE);

        assertThat(made).isInstanceOf(ManagePersonas.Outcome.Done.class);
        assertThat(use().personas().of(as(Role.VIEWER)))
                .extracting(Persona::firstName, Persona::isDefault, Persona::displayName)
                .containsExactlyInAnyOrder(
                        tuple("Sam", false, "Sam from " + client().name()),
                        tuple("Leigh", true, "Leigh from " + client().name()));
        assertThat(newestAudit().resourceType()).isEqualTo("persona");
    }

    @Test // api 9.2: ?replacement_id=
    void the_default_is_removed_only_for_another_one() {
        Persona sam = added("Sam", false);
        Persona lee = added("Lee", false);

        assertThat(use().personas().remove(as(Role.ADMIN), sam.id(), 0, null, Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.ReplacementRequired());
        assertThat(use().personas().remove(as(Role.ADMIN), sam.id(), 0, lee.id(), Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.Removed());
        assertThat(use().personas().of(as(Role.VIEWER)))
                .extracting(Persona::id, Persona::isDefault)
                .containsExactly(tuple(lee.id(), true));
    }

    @Test // api 3
    void personas_are_an_admins_and_the_default_stays_active() {
        Persona sam = added("Sam", false);
        ManagePersonas.Wish idle = new ManagePersonas.Wish(sam.details(), false, false);

        assertThat(use().personas().add(as(Role.MEMBER), wish("Lee", false), Origin.NONE))
                .isEqualTo(new ManagePersonas.Outcome.RoleRequired(Role.ADMIN));
        assertThat(use().personas().change(as(Role.ADMIN), sam.id(), 0, idle, Origin.NONE))
                .isInstanceOfSatisfying(
                        ManagePersonas.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path)
                                .containsExactly("is_active", "is_default"));
        assertThatThrownBy(() -> use().personas().change(as(Role.ADMIN), sam.id(), 7, wish("Sam", true), Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
    }

    private Persona added(String firstName, boolean asDefault) {
        ManagePersonas.Outcome outcome = use().personas().add(as(Role.ADMIN), wish(firstName, asDefault), Origin.NONE);
        if (outcome instanceof ManagePersonas.Outcome.Done(Persona persona)) {
            return persona;
        }
        throw new AssertionError(outcome);
    }

    private static ManagePersonas.Wish wish(String firstName, boolean asDefault) {
        return new ManagePersonas.Wish(
                new PersonaDetails(firstName, "Oduya", null, null, null, null, null, null), true, asDefault);
    }
}
