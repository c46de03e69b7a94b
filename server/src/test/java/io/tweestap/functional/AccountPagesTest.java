package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.otp.OtpSecret;
import io.tweestap.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a user does on the account pages, in a browser without script.
class AccountPagesTest extends AccountTest {
  private static final Pattern SECRET = Pattern.compile("id=\"pairing\">([A-Z2-7 ]+)<");
  private static final Pattern CODE = Pattern.compile("<li>([0-9a-zA-Z-]{10,})</li>");
  private static final Pattern PASSWORD = Pattern.compile("id=\"password\">([0-9a-z-]+)<");

  @Autowired private Factors factors;

  private List<Factor> held(User user) {
    return factors.of(tenant.tenant().id(), user.id());
  }

  private long active(FactorKind kind) {
    return held(anna).stream()
        .filter(one -> one.kind() == kind && one.isUsable(clock.instant()))
        .count();
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return found.group(1);
  }

  private String typed(String page) {
    return code(new App(held(anna).getLast().id(), OtpSecret.ofBase32(first(SECRET, page))));
  }

  @Test
  @DisplayName("CS-3: nothing about factors changes before one was proven within ten minutes")
  void changesNeedAProof() {
    App app = app(anna);
    Browser browser = visit();
    String factor = "/account/factors/" + app.id();

    for (String path :
        List.of(
            "/account/add",
            "/account/codes",
            "/account/app-passwords/new",
            factor,
            factor + "/remove")) {
      assertThat(browser.load(path).text()).as(path).contains("Prove that it is you");
    }
    browser.submit(factor + "/rename", "name", "Mine");
    browser.submit(factor + "/remove");
    browser.submit("/account/codes");
    browser.submit("/account/app-passwords", "service", "imap", "device", "x");
    browser.submit("/account/add", "kind", "totp");
    assertThat(held(anna)).hasSize(1);
    assertThat(held(anna).getFirst().bond().name()).isEqualTo("phone");

    browser.load("/account/add");
    browser.submit("/account/app-passwords", "service", "imap", "device", "x");
    assertThat(held(anna)).hasSize(1);
    advance(Duration.ofSeconds(30));
    Browser other = visit();
    other.load("/account/codes");
    Answer there =
        other.submit("/account/prove/answer", "factor", app.id().toString(), "code", code(app));
    assertThat(there.text()).contains("Make new recovery codes?");
    advance(Duration.ofMinutes(10));
    assertThat(other.load("/account/add").text()).contains("Prove that it is you");
  }

  @Test
  void wrongCodesCountAsInAnyLogin() {
    App app = app(anna);
    Browser browser = visit();
    browser.load("/account/prove");

    Answer wrong =
        browser.submit("/account/prove/answer", "factor", app.id().toString(), "code", wrong(app));

    assertThat(wrong.text()).contains("That code is not right. Tries left: 9.", "role=\"alert\"");
    assertThat(held(anna).getFirst().bond().failures()).isEqualTo(1);
    assertThat(audited()).contains("login.answered failure");
  }

  @Test
  void anAppIsAddedByItsFirstCodeOrCanceled() {
    Browser browser = proven(app(anna));

    Answer setup = browser.submit("/account/add", "kind", "totp");
    assertThat(setup.text()).contains("<svg", "otpauth://totp/", "Cannot scan?");
    assertThat(browser.load("/account/setup").text()).contains(first(SECRET, setup.text()));
    browser.submit("/account/setup/cancel");
    assertThat(active(FactorKind.TOTP)).isEqualTo(1);

    Answer again = browser.submit("/account/add", "kind", "totp");
    Answer wrong = browser.submit("/account/setup/confirm", "code", "000000");
    assertThat(wrong.text()).contains("That code is not right");
    Answer codes = browser.submit("/account/setup/confirm", "code", typed(again.text()));
    assertThat(active(FactorKind.TOTP)).isEqualTo(2);
    assertThat(codes.text()).contains("Your recovery codes", "It is set up.");
  }

  @Test
  void recoveryCodesAreShownUntilTheyAreKeptAndVoidTheOldOnes() {
    App app = app(anna);
    Browser browser = proven(app);
    Answer shown = browser.submit("/account/codes");
    String old = first(CODE, shown.text());
    assertThat(browser.load("/account/codes/new").text()).contains(old);
    assertThat(browser.load("/account/codes/file").text()).contains(old);

    browser.submit("/account/codes/kept");

    assertThat(browser.load("/account/codes/new").text()).doesNotContain(old);
    assertThat(browser.load("/account").text()).contains("10 codes left");
    browser.submit("/account/codes");
    assertThat(active(FactorKind.RECOVERY_CODE)).isEqualTo(1);
    Browser later = visit();
    later.load("/account/prove");
    UUID codes =
        held(anna).stream()
            .filter(one -> one.kind() == FactorKind.RECOVERY_CODE)
            .map(one -> one.id().value())
            .findFirst()
            .orElseThrow();
    assertThat(later.submit("/account/prove/choose", "factor", codes.toString()).text())
        .contains("It is used up by that");
    assertThat(
            later.submit("/account/prove/answer", "factor", codes.toString(), "code", old).text())
        .contains("That code is not right");
  }

  @Test
  void anAppPasswordIsShownUntilItIsKeptAndTakenAway() {
    Browser browser = proven(app(anna));
    Answer made =
        browser.submit("/account/app-passwords", "service", "imap", "device", "<b>Phone</b>");
    String secret = first(PASSWORD, made.text());
    assertThat(made.text()).contains("&lt;b&gt;Phone&lt;/b&gt;").doesNotContain("<b>Phone");

    Answer home = browser.submit("/account/app-passwords/kept");
    assertThat(home.text()).contains("&lt;b&gt;Phone&lt;/b&gt;").doesNotContain(secret);
    assertThat(isRight(secret)).isTrue();

    String revoke = first(Pattern.compile("(/account/app-passwords/[^/]+/revoke)"), home.text());
    assertThat(browser.submit(revoke).text()).contains("does not work any more");
    assertThat(isRight(secret)).isFalse();
    assertThat(browser.submit(revoke).status()).isEqualTo(404);
  }

  private boolean isRight(String secret) {
    return post(
            tenant,
            "/v1/app-passwords/verify",
            "{\"user\":\"anna\",\"service\":\"imap\",\"password\":\"%s\"}".formatted(secret))
        .json()
        .path("valid")
        .asBoolean();
  }

  @Test
  @DisplayName("A first factor needs what the policy asks before one: a code by mail")
  void aFirstFactorNeedsTheProofOfThePolicy() {
    addressesAreProven(anna);
    Browser browser = visit();
    assertThat(browser.load("/account").text()).contains("The second step is off");

    Answer first = browser.load("/account/add");
    assertThat(first.text()).contains("First: is it really you?", "a***");
    browser.submit("/account/add", "kind", "totp");
    assertThat(held(anna)).isEmpty();

    browser.submit("/account/first/send");
    Answer wrong = browser.submit("/account/first/check", "code", wrong(mailedCode(1)));
    assertThat(wrong.text()).contains("That code is not right");
    Answer pick = browser.submit("/account/first/check", "code", mailedCode(1));
    assertThat(pick.text()).contains("What do you want to add?");
    Answer setup = browser.submit("/account/add", "kind", "totp");
    browser.submit("/account/setup/confirm", "code", typed(setup.text()));

    assertThat(active(FactorKind.TOTP)).isEqualTo(1);
    assertThat(browser.load("/account/add").text()).contains("What do you want to add?");
    assertThat(browser.load("/account").text()).contains("The second step is on");
  }

  private void lateEnrollmentIsRefused() {
    Answer policy =
        post(
            tenant,
            "/v1/policies",
            "{\"name\":\"all\",\"required_from\":\"%s\",\"late_enrollment\":false}"
                .formatted(yesterday()));
    assertThat(policy.status()).as(policy.text()).isEqualTo(201);
  }

  @Test
  void whoWouldBeTooLateInALoginIsTooLateHere() {
    lateEnrollmentIsRefused();
    addressesAreProven(anna);

    Answer blocked = visit().load("/account/add");

    assertThat(blocked.text()).contains("This is not possible at present", "staff must help");
    assertThat(held(anna)).isEmpty();
  }

  @Test
  void theLastSecondFactorIsRemovedOnlyAfterItWasSaidWhatFollows() {
    App app = app(anna);
    lateEnrollmentIsRefused();
    Browser browser = proven(app);
    String remove = "/account/factors/" + app.id() + "/remove";

    Answer asked = browser.load(remove);
    assertThat(asked.text())
        .contains("After this you have no second step.", "You will not be able to log in");
    assertThat(active(FactorKind.TOTP)).isEqualTo(1);

    assertThat(browser.submit(remove).text()).contains("It is removed.");
    assertThat(active(FactorKind.TOTP)).isZero();
  }

  @Test
  void aDateToComeIsSaidBeforeTheLastOneGoes() {
    App app = app(anna);
    policy(terms(Optional.of(yesterday().plusDays(100)), Optional.empty(), Optional.empty()));

    assertThat(proven(app).load("/account/factors/" + app.id() + "/remove").text())
        .contains("you will not be able to log in without a second step.");
  }

  @Test
  void aFactorIsRemovedOnceHoweverManyTryAtOnce() throws Exception {
    App app = app(anna);
    Browser browser = proven(app);
    Answer page = browser.load("/account/factors/" + app.id() + "/remove");
    assertThat(page.status()).isEqualTo(200);
    Callable<Answer> removing =
        () -> send(browser.form("/account/factors/" + app.id() + "/remove"));

    List<Answer> all = Together.run(8, removing);

    assertThat(all).allMatch(one -> one.status() == 303 || one.status() == 404);
    assertThat(audited().stream().filter("factor.removed success"::equals)).hasSize(1);
  }

  @Test
  @DisplayName("Invariant 6: what is another's, or another tenant's, answers like what is nowhere")
  void whatIsAnothersAnswersLikeWhatIsNowhere() {
    User berta = user("berta", "berta@example.org");
    App hers = app(berta);
    String session = begin("berta", "login", "").json().path("id").asString();
    assertThat(outcome(answer(session, hers.id(), code(hers)))).isEqualTo("passed");
    Browser browser = proven(app(anna));
    browser.load("/account");
    UUID nowhere = UUID.randomUUID();

    Answer nothing = browser.load("/account/factors/" + nowhere);
    assertThat(nothing.status()).isEqualTo(404);
    for (String path : List.of("/account/factors/%s", "/account/factors/%s/remove")) {
      Answer answer = browser.load(path.formatted(hers.id()));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).isEqualTo(nothing.text());
    }
    List<Answer> forms = new ArrayList<>();
    for (Object id : List.of(hers.id(), session, nowhere)) {
      forms.add(browser.send("/account/factors/" + id + "/rename", "name", "x"));
      forms.add(browser.send("/account/factors/" + id + "/remove"));
      forms.add(browser.send("/account/sessions/" + id + "/end"));
      forms.add(browser.send("/account/browsers/" + id + "/forget"));
      forms.add(browser.send("/account/app-passwords/" + id + "/revoke"));
    }
    assertThat(forms).allMatch(one -> one.status() == 404);
    assertThat(forms.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(held(berta).getFirst().isUsable(clock.instant())).isTrue();
    assertThat(sessions.list(tenant.tenant().id(), berta.id())).hasSize(1);
    Answer answered =
        browser.submit("/account/prove/answer", "factor", hers.id().toString(), "code", code(hers));
    assertThat(answered.status()).isIn(200, 404);
    assertThat(held(berta).getFirst().bond().failures()).isZero();
  }

  @Test
  void aCookieOfAnotherTenantOpensNothing() {
    Browser browser = visit();
    String cookie = browser.cookie(COOKIE);
    char[] changed = cookie.toCharArray();
    changed[3] = changed[3] == 'A' ? 'B' : 'A';

    Answer answer = browser().with(COOKIE, new String(changed)).load("/account");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo(browser().load("/account").text());
  }

  @Test
  @DisplayName("SES-4, OIDC-20: the pages are shut in, and no other site sends their forms")
  void thePagesAreShutIn() {
    Browser browser = visit();
    Answer page = browser.load("/account");

    assertThat(page.header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.text()).doesNotContain("style=\"", "onclick", "JSESSIONID");
    assertThat(page.text().length()).isLessThan(60_000);
    assertThat(
            send(browser.form("/account/sessions/end").header("Sec-Fetch-Site", "cross-site"))
                .status())
        .isEqualTo(403);
    assertThat(browser().with(COOKIE, browser.cookie(COOKIE)).send("/account/leave").status())
        .isEqualTo(403);
    assertThat(browser.load("/account").status()).isEqualTo(200);
  }

  @Test
  void sessionsAreListedAndEnded() {
    App app = app(anna);
    String login =
        begin(
                "\"ip\":\"203.0.113.7\","
                    + "\"user_agent\":\"Mozilla/5.0 (Windows NT 10.0) Firefox/140.0\"")
            .json()
            .path("id")
            .asString();
    assertThat(outcome(answer(login, app.id(), code(app)))).isEqualTo("passed");
    Browser browser = visit();
    assertThat(browser.load("/account").text())
        .contains("Firefox, Windows", "203.0.113.0/24")
        .doesNotContain("203.0.113.7");

    assertThat(browser.submit("/account/sessions/" + login + "/end").text())
        .contains("You are logged out there.");
    assertThat(sessions.list(tenant.tenant().id(), anna.id())).isEmpty();
  }

  @Test
  void theLanguageIsKeptWithTheUser() {
    Browser browser = visit();
    browser.load("/account");

    assertThat(browser.submit("/account/language", "language", "de").text())
        .contains("<html lang=\"de\"", "Die Sprache ist geändert.");

    assertThat(users.find(tenant.tenant().id(), anna.id()).orElseThrow().locale())
        .isEqualTo(Locale.GERMAN);
    assertThat(visit().load("/account").text()).contains("<html lang=\"de\"");
    browser.submit("/account/language", "language", "xx");
    assertThat(users.find(tenant.tenant().id(), anna.id()).orElseThrow().locale())
        .isEqualTo(Locale.GERMAN);
  }

  @Test
  void activityShowsOnesOwnAndNobodyElses() {
    App app = app(anna);
    User berta = user("berta", "berta@example.org");
    post(tenant, "/v1/users/berta/factors", "{\"kind\":\"recovery_code\"}");
    Browser browser = proven(app);

    String text = browser.load("/account/activity").text();

    assertThat(text).contains("Added to your second step", "These pages were opened");
    assertThat(text).doesNotContain("New recovery codes were made", berta.pseudonym().toString());
    assertThat(browser.load("/account/activity?before=nonsense").status()).isEqualTo(200);
  }

  @Test
  void aSetUpFactorIsRenamedInSafeWords() {
    App app = app(anna);
    Browser browser = proven(app);

    String home =
        browser.submit("/account/factors/" + app.id() + "/rename", "name", "<i>Mine</i>").text();

    assertThat(home).contains("&lt;i&gt;Mine&lt;/i&gt;", "The name is changed.");
    assertThat(browser.submit("/account/factors/" + app.id() + "/rename", "name", " ").text())
        .contains("Type a name of 1 to 100 characters.");
  }
}
