package io.tweestap.page.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.functional.ApiTest;
import io.tweestap.shared.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A page in the shared look, as any room of pages makes one.
@DisplayName("SES-4, OIDC-20: pages are shut in, and no other site sends their forms")
@Import(LookTest.SamplePage.class)
class LookTest extends ApiTest {
  private static final Pattern COOKIE = Pattern.compile("tweestap_page_form=([^;]+)");
  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private TestTenant tenant;

  @BeforeEach
  void aTenant() {
    tenant = newTenant();
  }

  private HttpRequest.Builder page(String more) {
    return request("/look-test/" + tenant.tenant().id() + more);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  private HttpRequest.Builder form(String cookie, String field) {
    return request("/look-test/go")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Cookie", cookie)
        .POST(HttpRequest.BodyPublishers.ofString("text=x&_csrf=" + field));
  }

  @Test
  void headersShutThePageIn() {
    Answer answer = send(page("").GET());

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe-");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.text()).doesNotContain("style=\"", "onclick", "JSESSIONID", "??");
  }

  @Test
  @DisplayName("CSRF: a form needs the value that its page was given, and its cookie")
  void aFormNeedsItsToken() {
    Answer answer = send(page("").GET());
    String cookie = "tweestap_page_form=" + first(COOKIE, answer.header("Set-Cookie"));
    String field = first(FIELD, answer.text());

    assertThat(send(form(cookie, field)).status()).isEqualTo(303);
    assertThat(send(form(cookie, "x")).status()).isEqualTo(403);
    assertThat(send(form("a=b", field)).status()).isEqualTo(403);
    Answer refused = send(form(cookie, ""));
    assertThat(refused.header("Content-Type")).startsWith("text/html");
    assertThat(refused.text()).contains("This page has grown old").doesNotContain("??");
  }

  @Test
  void aFormOfAnotherSiteIsRefusedWhateverItKnows() {
    Answer answer = send(page("").GET());
    String cookie = "tweestap_page_form=" + first(COOKIE, answer.header("Set-Cookie"));
    String field = first(FIELD, answer.text());

    for (String site : new String[] {"cross-site", "same-site"}) {
      assertThat(send(form(cookie, field).header("Sec-Fetch-Site", site)).status()).isEqualTo(403);
    }
    assertThat(send(form(cookie, field).header("Sec-Fetch-Site", "same-origin")).status())
        .isEqualTo(303);
  }

  @Test
  void twoTabsHaveOneToken() {
    Answer first = send(page("").GET());
    String cookie = "tweestap_page_form=" + first(COOKIE, first.header("Set-Cookie"));

    Answer second = send(page("").header("Cookie", cookie).GET());

    assertThat(second.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(send(form(cookie, first(FIELD, first.text()))).status()).isEqualTo(303);
  }

  @Test
  void theLanguageIsChosenElseThatOfThePerson() {
    assertThat(send(page("").GET()).text()).contains("<html lang=\"de\">", "Brauchen Sie Hilfe?");
    Answer chosen = send(page("?lang=nl").GET());
    assertThat(chosen.text()).contains("<html lang=\"nl\">", "Hulp nodig?");
    assertThat(chosen.headers().allValues("Set-Cookie").toString()).contains("tweestap_lang=nl");
    Answer later = send(page("").header("Cookie", "tweestap_lang=nl").GET());
    assertThat(later.text()).contains("<html lang=\"nl\">");
  }

  @Test
  void theTenantsBrandIsAround() {
    patch(
        tenant,
        "/v1/settings/pages",
        "{\"accent\":\"#0b6e4f\",\"help_texts\":{\"de\":\"Rufen Sie an.\",\"en\":\"Call.\"}}");
    tenants.change(
        tenant.tenant().id(),
        t -> new io.tweestap.tenant.Tenant(t.id(), "<b>Müller & Söhne</b>", t.settings()));

    assertThat(send(page("").GET()).text())
        .contains("/brand/0b6e4f.css", "Rufen Sie an.", "&lt;b&gt;Müller &amp; Söhne&lt;/b&gt;")
        .doesNotContain("<b>Müller");
  }

  @Test
  void whatGoesWrongIsToldOnAPage() {
    Answer failed = send(page("/fail").GET());
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.text()).contains("Something went wrong").doesNotContain("secret", "??");
    Answer nothing = send(request("/look-test/nonsense").GET());
    assertThat(nothing.status()).isEqualTo(404);
    assertThat(nothing.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void whatPeopleWriteIsShownAsText() {
    assertThat(send(page("?text=%3Cscript%3E").GET()).text())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @TestConfiguration(proxyBeanMethods = false)
  @HostedPage
  static class SamplePage {
    private final Looks looks;

    SamplePage(Looks looks) {
      this.looks = looks;
    }

    @Bean
    @Order(PageProtection.ORDER)
    static SecurityFilterChain sampleChain(HttpSecurity http, PageProtection protection) {
      return protection.chain(http, "/look-test/**");
    }

    @GetMapping("/look-test/{tenant}")
    String show(
        @PathVariable UUID tenant,
        HttpServletRequest request,
        HttpServletResponse response,
        Model model) {
      looks.dress(new TenantId(tenant), Locale.GERMAN, request, response, model);
      model.addAttribute("text", String.valueOf(request.getParameter("text")));
      return "look/sample";
    }

    @GetMapping("/look-test/{tenant}/fail")
    String fail(@PathVariable UUID tenant) {
      throw new IllegalStateException("a secret of " + tenant);
    }

    @PostMapping("/look-test/go")
    ResponseEntity<Void> go() {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/look")).build();
    }
  }
}
