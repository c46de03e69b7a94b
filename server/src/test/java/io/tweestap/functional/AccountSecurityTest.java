package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("The account pages give nothing to a thief, a stranger or another site")
class AccountSecurityTest extends AccountTest {
  private static final String BACK = "https://app.example/account";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @BeforeEach
  void theApplicationIsAllowed() {
    patch(tenant, "/v1/settings/pages", "{\"return_urls\":[\"" + BACK + "\"]}");
  }

  private List<String> paths(RequestMethod method) {
    return mappings.getHandlerMethods().keySet().stream()
        .filter(one -> one.getMethodsCondition().getMethods().contains(method))
        .flatMap(AccountSecurityTest::paths)
        .filter(path -> path.equals("/account") || path.startsWith("/account/"))
        .map(path -> path.replace("{id}", UUID.randomUUID().toString()))
        .sorted()
        .toList();
  }

  private static Stream<String> paths(RequestMappingInfo info) {
    return info.getPatternValues().stream();
  }

  private List<String> forms() {
    List<String> forms = paths(RequestMethod.POST);
    assertThat(forms).hasSizeGreaterThan(20);
    return forms;
  }

  /// All of a browser's cookies, with a form that holds no token, or that of somebody else.
  private HttpRequest.Builder forged(Browser browser, String path, String token) {
    return request(path)
        .header("Cookie", COOKIE + "=" + browser.cookie(COOKIE) + "; tweestap_page_form=" + token)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("_csrf=x&kind=totp&factor=" + UUID.randomUUID()));
  }

  @Test
  @DisplayName("CSRF: no form does anything without the value that its page was given")
  void noFormIsTakenFromElsewhere() {
    Browser browser = proven(app(anna));
    browser.load("/account");
    for (String form : forms()) {
      assertThat(send(forged(browser, form, "")).status()).as(form).isEqualTo(403);
      assertThat(send(forged(browser, form, "x".repeat(43))).status()).as(form).isEqualTo(403);
      for (String site : List.of("cross-site", "same-site")) {
        Answer foreign = send(browser.form(form).header("Sec-Fetch-Site", site));
        assertThat(foreign.status()).as(form + " " + site).isEqualTo(403);
      }
    }
    assertThat(browser.load("/account").text()).contains("The second step is on");
  }

  @Test
  void withoutAVisitEveryAddressIsTheSamePage() {
    Browser stranger = browser();
    String nothing = stranger.load("/account").text();
    for (String path : paths(RequestMethod.GET)) {
      if (path.startsWith("/account/open/") || path.equals("/account/left")) {
        continue;
      }
      Answer answer = stranger.load(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.text()).as(path).isEqualTo(nothing);
    }
    browser().load("/account");
    for (String form : forms()) {
      assertThat(stranger.send(form).status()).as(form).isIn(403, 404);
    }
  }

  @Test
  @DisplayName("OIDC-20, SES-4: no page is in a frame or in a cache, or tells its address on")
  void everyPageIsShutIn() {
    Browser browser = proven(app(anna));
    for (String path : paths(RequestMethod.GET)) {
      Answer page = browser.load(path.replace("{token}", "x"));
      if (page.header("Content-Type").startsWith("text/html")) {
        String policy = page.header("Content-Security-Policy");
        assertThat(policy)
            .as(path)
            .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
            .doesNotContain("unsafe-", "*", "data:");
        assertThat(page.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).as(path).contains("no-store");
        assertThat(page.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(page.text()).as(path).doesNotContain(" style=", "<style", "javascript:");
      }
    }
  }

  @Test
  @DisplayName("SES-5: open redirect: nothing in a request changes where it leads")
  void nothingInARequestChangesWhereItLeads() {
    App app = app(anna);
    Browser browser = visit(link("anna", "{\"return_url\":\"" + BACK + "\"}"));
    String evil = "https://evil.example/";
    browser.load("/account/add?then=" + evil + "&return_url=" + evil);

    Answer proven =
        browser.send(
            "/account/prove/answer",
            "factor",
            app.id().toString(),
            "code",
            code(app),
            "then",
            evil,
            "return_url",
            evil);
    assertThat(proven.header("Location")).endsWith("/account/add").doesNotContain("evil");
    Answer page = browser.load("/account?return_url=" + evil + "&lang=" + evil);
    assertThat(page.text()).doesNotContain("evil.example");
    assertThat(page.header("Content-Security-Policy"))
        .endsWith("form-action 'self' https://app.example");
    Answer left = browser.send("/account/leave", "return_url", evil, "then", evil);
    assertThat(left.header("Location")).isEqualTo(BACK);
    assertThat(browser.send("/account/leave").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("Invariant 6: parts of two cookies, or a changed one, open nothing")
  void aChangedCookieOpensNothing() {
    String anna = visit().cookie(COOKIE);
    TestTenant first = tenant;
    tenant = newTenant();
    user("anna", "anna@other.example");
    String other = visit(link()).cookie(COOKIE);
    tenant = first;

    for (int cut = 1; cut < anna.length(); cut++) {
      String mixed = anna.substring(0, cut) + other.substring(cut);
      if (!mixed.equals(anna) && !mixed.equals(other)) {
        assertThat(browser().with(COOKIE, mixed).load("/account").status()).isEqualTo(404);
      }
    }
    for (String nonsense : List.of("x", anna + "A", anna.substring(1), "%00", "../account")) {
      assertThat(browser().with(COOKIE, nonsense).load("/account").status()).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("What is kept of one visit cannot be read in another")
  void whatIsKeptOfOneVisitIsNotReadInAnother() {
    Browser victim = proven(app(anna));
    String codes = victim.submit("/account/codes").text();
    String code = codes.replaceFirst("(?s).*?<li>([0-9a-zA-Z-]{10,})</li>.*", "$1");
    user("berta", "berta@example.org");
    Browser thief = visit(link("berta", "{}"));
    int moved =
        jdbc.sql(
                """
                UPDATE account_visit AS to_visit
                SET kept_sealed = from_visit.kept_sealed, kept_key_id = from_visit.kept_key_id
                FROM account_visit AS from_visit
                WHERE to_visit.tenant_id = :tenant
                  AND from_visit.tenant_id = :tenant
                  AND from_visit.kept_sealed IS NOT NULL
                  AND to_visit.kept_sealed IS NULL
                """)
            .param("tenant", tenant.tenant().id().value())
            .update();
    assertThat(moved).isPositive();

    Answer page = thief.load("/account/codes/new");

    assertThat(page.status()).isEqualTo(500);
    assertThat(page.text()).contains("Something went wrong").doesNotContain(code);
    assertThat(victim.load("/account/codes/new").text()).contains(code);
  }

  @Test
  void anAppPasswordAndCodesOfAnotherUserAreNotShown() {
    Browser browser = proven(app(anna));
    browser.submit("/account/app-passwords", "service", "imap", "device", "Phone");
    browser.submit("/account/codes");
    user("berta", "berta@example.org");
    Browser other = visit(link("berta", "{}"));

    for (String path : List.of("/account/app-passwords/made", "/account/codes/new")) {
      assertThat(other.load(path).text()).contains("Account: berta").doesNotContain("Phone");
    }
    assertThat(other.load("/account/codes/file").status()).isEqualTo(404);
  }
}
