package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Addresses of users: sealed, masked, proven, and told when they change.
class UserAddressesTest extends UserTest {
  private static final String ROWS =
      """
      SELECT CAST(address AS text)
      FROM user_address AS address
      WHERE tenant_id = :tenant
      """;

  @Test
  @DisplayName("PRV-2: addresses are masked in every answer, and a number is optional")
  void addressesAreMasked() {
    Answer made =
        put(
            tenant,
            ANNA,
            "{" + addresses("email", "anna@example.org", "phone", "0612345678") + "}");

    for (Answer answer : List.of(made, get(tenant, ANNA), get(tenant, "/v1/users"))) {
      assertThat(answer.text()).contains("a***@example.org", "+31*******78");
      assertThat(answer.text()).doesNotContain("anna@example.org", "612345678");
    }
    assertThat(put(tenant, "/v1/users/ben", "{}").status()).isEqualTo(201);
  }

  @Test
  @DisplayName("PRV-2: who may see an address in full is recorded when they do")
  void seeingAnAddressInFullNeedsItsOwnScopeAndIsRecorded() {
    put(tenant, ANNA, "{" + addresses("phone", "0612345678") + "}");
    TestTenant reader =
        new TestTenant(tenant.tenant(), newClient(tenant.tenant(), Scope.USERS_READ));

    Answer refused = get(reader, ANNA + "?reveal=true");
    Answer seen = get(tenant, ANNA + "?reveal=true");

    assertThat(refused.code()).isEqualTo("wrong_scope");
    assertThat(refused.json().at("/scope").asString()).isEqualTo("users:reveal");
    assertThat(get(reader, ANNA + "/export").code()).isEqualTo("wrong_scope");
    assertThat(seen.json().at("/addresses/0/address").asString()).isEqualTo("+31612345678");
    assertThat(actions()).containsExactlyInAnyOrder("user.created", "address.revealed");
  }

  @Test
  @DisplayName("PRV-7: the database holds no address in the clear")
  void theDatabaseHoldsNoAddressInTheClear() {
    put(tenant, ANNA, "{" + addresses("email", "anna@example.org", "phone", "0612345678") + "}");

    List<String> rows =
        jdbc.sql(ROWS)
            .param("tenant", tenant.tenant().id().value())
            .query((row, _) -> row.getString(1))
            .list();

    assertThat(rows).hasSize(2);
    assertThat(rows).noneMatch(row -> row.contains("anna@") || row.contains("612345678"));
  }

  @Test
  @DisplayName("REC-3: an address is proven by a code that was sent there")
  void anAddressIsProvenByItsCode() {
    Answer made = put(tenant, ANNA, "{" + addresses("phone", number) + "}");
    String address = ANNA + "/addresses/" + made.json().at("/addresses/0/id").asString();

    Answer begun = post(tenant, address + "/verify", "{}");
    String code = code(1);
    Answer wrong = post(tenant, address + "/confirm", "{\"code\":\"" + wrong(code) + "\"}");
    Answer proven = post(tenant, address + "/confirm", "{\"code\":\"" + code + "\"}");
    Answer again = post(tenant, address + "/confirm", "{\"code\":\"" + code + "\"}");

    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.text()).doesNotContain(number);
    assertThat(wrong.code()).isEqualTo("wrong_code");
    assertThat(wrong.json().at("/checks_left").asInt()).isEqualTo(4);
    assertThat(proven.json().has("verified_at")).isTrue();
    assertThat(again.status()).isEqualTo(404);
    assertThat(get(tenant, ANNA).json().at("/addresses/0").has("verified_at")).isTrue();
    assertThat(actions()).contains("address.verified");
  }

  @Test
  @DisplayName("REC-3: only the code of the newest verification proves an address")
  void aNewVerificationWithdrawsTheOneBefore() {
    Answer made = put(tenant, ANNA, "{" + addresses("phone", number) + "}");
    String address = ANNA + "/addresses/" + made.json().at("/addresses/0/id").asString();
    post(tenant, address + "/verify", "{}");
    String old = code(1);
    advance(Duration.ofSeconds(1));
    post(tenant, address + "/verify", "{}");
    String fresh = code(2);

    if (!old.equals(fresh)) {
      assertThat(post(tenant, address + "/confirm", "{\"code\":\"" + old + "\"}").code())
          .isEqualTo("wrong_code");
    }
    assertThat(post(tenant, address + "/confirm", "{\"code\":\"" + fresh + "\"}").status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("PRV-6: a corrected address has to prove itself; one that stays keeps its proof")
  void aCorrectedAddressIsNotProven() {
    Answer made =
        put(tenant, ANNA, "{" + addresses("phone", number, "email", "anna@example.org") + "}");
    String phone = made.json().at("/addresses/0/id").asString();
    post(tenant, ANNA + "/addresses/" + phone + "/verify", "{}");
    String code = code(1);
    post(tenant, ANNA + "/addresses/" + phone + "/confirm", "{\"code\":\"" + code + "\"}");

    Answer kept = put(tenant, ANNA, "{" + addresses("phone", number) + "}");
    Answer corrected = put(tenant, ANNA, "{" + addresses("phone", freshNumber()) + "}");

    assertThat(kept.json().at("/addresses/0/id").asString()).isEqualTo(phone);
    assertThat(kept.json().at("/addresses/0").has("verified_at")).isTrue();
    assertThat(corrected.json().at("/addresses/0/id").asString()).isNotEqualTo(phone);
    assertThat(corrected.json().at("/addresses/0").has("verified_at")).isFalse();
  }

  @Test
  @DisplayName(
      "REC-5, ASVS-6.3.7: a changed address is told on the old and on the new one, "
          + "with how to object")
  void aChangedAddressIsToldOnTheOldAndTheNewOne() {
    patch(tenant, "/v1/settings", "{\"support_contact\":\"desk 12\"}");
    put(tenant, ANNA, "{\"locale\":\"nl\"," + addresses("email", "old@example.org") + "}");
    put(tenant, ANNA, "{" + addresses("email", "new@example.org") + "}");

    for (String to : List.of("old@example.org", "new@example.org")) {
      assertThat(mails(to, 1).getFirst())
          .contains("gewijzigd", "n***@example.org", "o***@example.org")
          .contains("desk 12", "Europe/Amsterdam")
          .doesNotContain("old@example.org", "new@example.org", "http");
    }
  }

  @Test
  void aNoticeThatCannotBeSentIsRecorded() {
    put(tenant, ANNA, "{" + addresses("phone", number) + "}");
    put(tenant, ANNA, "{" + addresses("phone", freshNumber()) + "}");

    assertThat(actions())
        .containsExactlyInAnyOrder("user.created", "address.changed", "notice.not_sent");
  }
}
