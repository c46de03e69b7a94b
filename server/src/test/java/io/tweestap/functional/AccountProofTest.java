package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an account page records, shows and begins when it is loaded, or loaded again")
class AccountProofTest extends AccountTest {
  private long decided() {
    return audited().stream().filter("login.decided refused"::equals).count();
  }

  @Test
  void aReloadWhereNothingIsOfferedBeginsNoOtherLogin() {
    Answer policy =
        post(
            tenant,
            "/v1/policies",
            "{\"name\":\"all\",\"required_from\":\"%s\",\"late_enrollment\":false}"
                .formatted(yesterday()));
    Browser browser = visit();
    for (int i = 0; i < 3; i++) {
      assertThat(browser.load("/account/prove").text()).contains("This is not possible at present");
    }
    assertThat(decided()).isEqualTo(1);

    Answer again = browser.submit("/account/prove/anew");
    assertThat(again.text()).contains("This is not possible at present");
    assertThat(decided()).isEqualTo(2);

    String path = "/v1/policies/" + policy.json().path("id").asString();
    Answer gone = send(authorized(tenant, path).header("If-Match", "\"1\"").DELETE());
    assertThat(gone.status()).as(gone.text()).isEqualTo(204);
    addressesAreProven(anna);
    assertThat(browser.submit("/account/prove/anew").text()).contains("First: is it really you?");
  }

  @Test
  @DisplayName("PRV-8: who reads what is recorded about oneself is recorded, but not as staff are")
  void readingOnesOwnIsNoLookAtOthers() {
    visit().load("/account/activity");

    assertThat(audited())
        .contains("account.activity_read success")
        .doesNotContain("audit.read success");
  }

  @Test
  void theLanguageThatIsOfferedFirstIsThatOfThePage() {
    Browser browser = visit(link("anna", "{\"locale\":\"nl\"}"));
    assertThat(browser.load("/account").text())
        .contains("<html lang=\"nl\"", "<option value=\"nl\" selected=\"selected\">");
    assertThat(browser.load("/account?lang=de").text())
        .contains("<html lang=\"de\"", "<option value=\"de\" selected=\"selected\">")
        .doesNotContain("<option value=\"nl\" selected");
  }
}
