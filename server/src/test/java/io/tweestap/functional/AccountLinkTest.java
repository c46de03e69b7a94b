package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.Scope;
import io.tweestap.user.UserRef;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The way to the account pages, and what ends a visit.
class AccountLinkTest extends AccountTest {
  private static final String BACK = "https://app.example/account";

  private Answer make(String body) {
    return post(tenant, "/v1/users/anna/account-links", body);
  }

  @Test
  void aLinkOpensOneVisitInOneBrowser() {
    String link = link();
    Browser browser = browser();

    Answer page = browser.load(link);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Account: anna");

    Answer again = browser().load(link);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.text()).contains("This link does not open anything");
    assertThat(browser.load("/account").status()).isEqualTo(200);
  }

  @Test
  void ofManyThatOpenALinkAtOnceOneDoes() throws Exception {
    String link = link();

    List<Answer> all = Together.run(16, () -> send(request(link).GET()));

    assertThat(all.stream().filter(one -> one.status() == 303)).hasSize(1);
    assertThat(all.stream().filter(one -> one.status() == 404)).hasSize(15);
  }

  @Test
  void aLinkLivesForTwoMinutes() {
    String link = link();
    advance(Duration.ofMinutes(2));

    assertThat(browser().load(link).status()).isEqualTo(404);
  }

  @Test
  void lookingAheadDoesNotUseALinkUp() {
    String link = link();
    send(request(link).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
    send(request(link).header("Sec-Purpose", "prefetch").GET());

    assertThat(browser().load(link).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("SES-5: whatever secret a browser brings along, the visit gets another one")
  void aSecretThatWasSetBeforeIsNotTakenOver() {
    Browser victim = browser().with(COOKIE, "x".repeat(86));
    victim.load(link());
    assertThat(victim.cookie(COOKIE)).hasSize(86).isNotEqualTo("x".repeat(86));

    Browser attacker = visit(link());
    String old = attacker.cookie(COOKIE);
    user("berta", "berta@example.org");
    Browser lured = browser().with(COOKIE, old);
    assertThat(lured.load(link("berta", "{}")).text()).contains("Account: berta");
    assertThat(lured.cookie(COOKIE)).isNotEqualTo(old);
    assertThat(attacker.load("/account").status()).isEqualTo(404);
  }

  @Test
  void theLinksSecretIsNotTheCookies() {
    String link = link();
    Browser browser = visit(link);
    String inLink = link.substring(link.lastIndexOf('/') + 1);

    assertThat(browser.cookie(COOKIE)).isNotEqualTo(inLink);
    assertThat(browser().with(COOKIE, inLink).load("/account").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("SES-4: a visit ends after 15 minutes without a request, and after an hour")
  void aVisitHasTwoEnds() {
    Browser idle = visit();
    advance(Duration.ofMinutes(15));
    assertThat(idle.load("/account").text()).contains("You are not logged in here");

    Browser busy = visit();
    for (int i = 0; i < 5; i++) {
      advance(Duration.ofMinutes(11));
      assertThat(busy.load("/account").status()).isEqualTo(200);
    }
    advance(Duration.ofMinutes(6));
    assertThat(busy.load("/account").status()).isEqualTo(404);
  }

  @Test
  void leavingEndsItAndLeadsBack() {
    patch(tenant, "/v1/settings/pages", "{\"return_urls\":[\"" + BACK + "\"]}");
    Browser browser = visit(link("anna", "{\"return_url\":\"" + BACK + "\"}"));
    String cookie = browser.cookie(COOKIE);

    Answer left = browser.send("/account/leave");

    assertThat(left.status()).isEqualTo(303);
    assertThat(left.header("Location")).isEqualTo(BACK);
    assertThat(browser().with(COOKIE, cookie).load("/account").status()).isEqualTo(404);
    assertThat(visit().submit("/account/leave").text()).contains("You have logged out");
  }

  @Test
  void suspensionCloseErasureAndDisconnectEndVisitsAndLinks() {
    List<Runnable> ends =
        List.of(
            () -> users.suspend(tenant.tenant().id(), new UserRef("anna"), "system", ""),
            () -> post(tenant, "/v1/users/anna/password-changed", "{}"),
            () ->
                post(
                    tenant,
                    "/v1/users/anna/disconnect",
                    "{\"reason\":\"lost\",\"scope\":{\"all\":true},"
                        + "\"caller_check\":\"called back\",\"staff\":\"m\"}"),
            () -> users.erase(tenant.tenant().id(), new UserRef("anna"), "system"),
            () -> users.close(tenant.tenant().id(), new UserRef("anna"), "system", ""));
    for (Runnable end : ends) {
      user("anna", mail);
      Browser browser = visit();
      String link = link();
      end.run();
      assertThat(browser.load("/account").status()).isEqualTo(404);
      assertThat(browser().load(link).status()).isEqualTo(404);
      users.resume(tenant.tenant().id(), new UserRef("anna"), "system", "");
      assertThat(browser.load("/account").status()).isEqualTo(404);
    }
  }

  @Test
  void onlyAddressesOfTheTenantAreLedBackTo() {
    patch(tenant, "/v1/settings/pages", "{\"return_urls\":[\"" + BACK + "\"]}");

    assertThat(make("{\"return_url\":\"" + BACK + "\"}").status()).isEqualTo(201);
    for (String other : List.of(BACK + "/", BACK + "?x=1", "https://evil.example/", "/account")) {
      Answer refused = make("{\"return_url\":\"" + other + "\"}");
      assertThat(refused.code()).isEqualTo("invalid_field");
      assertThat(refused.json().path("field").asString()).isEqualTo("return_url");
    }
  }

  @Test
  void whoMayNotLogInGetsNoLink() {
    assertThat(post(tenant, "/v1/users/nobody/account-links", "{}").status()).isEqualTo(404);
    users.suspend(tenant.tenant().id(), new UserRef("anna"), "system", "");
    assertThat(make("{}").code()).isEqualTo("user_not_active");
  }

  @Test
  void aLinkNeedsAScopeOfItsOwn() {
    TestTenant narrow =
        new TestTenant(tenant.tenant(), newClient(tenant.tenant(), Scope.LOGINS_WRITE));

    assertThat(post(narrow, "/v1/users/anna/account-links", "{}").code()).isEqualTo("wrong_scope");
  }

  @Test
  void theAnswerIsNotKeptAnywhere() {
    Answer answer = make("{}");

    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.json().path("expires_at").asString())
        .isEqualTo(clock.instant().plusSeconds(120).toString());
  }

  @Test
  @DisplayName(
      "CS-3: a login of this user that passed with a factor a moment ago counts as a proof")
  void aLoginOfTheUserCountsAsAProof() {
    App app = app(anna);
    String login = passed("anna", app);

    Browser browser = visit(link("anna", "{\"proven_factor\":\"" + login + "\"}"));
    assertThat(browser.load("/account/add").text()).contains("What do you want to add?");

    advance(Duration.ofMinutes(10));
    assertThat(browser.load("/account/add").text()).contains("Prove that it is you");
    assertThat(make("{\"proven_factor\":\"" + login + "\"}").code()).isEqualTo("proof_too_old");
  }

  @Test
  void noOtherLoginCountsAsAProof() {
    app(anna);
    String pending = pending();
    String hers = passed("berta", app(user("berta", "berta@example.org")));

    for (String login : List.of(pending, hers, "01a2030b-6c1d-7e0a-9b1f-53e6a2c4d7b8", "x")) {
      Answer refused = make("{\"proven_factor\":\"" + login + "\"}");
      assertThat(refused.code()).isEqualTo("invalid_field");
      assertThat(refused.json().path("field").asString()).isEqualTo("proven_factor");
    }
  }

  private String passed(String ref, App app) {
    String login = begin(ref, "login", "").json().path("id").asString();
    assertThat(outcome(answer(login, app.id(), code(app)))).isEqualTo("passed");
    return login;
  }
}
