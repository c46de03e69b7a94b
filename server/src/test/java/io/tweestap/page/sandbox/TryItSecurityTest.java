package io.tweestap.page.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page shows codes, so it is picky about who asks. The requests are written by hand: an HTTP
/// client would not send some of them.
class TryItSecurityTest extends TryItServer {
  private static final Pattern FORM_COOKIE = Pattern.compile("tweestap_form=([^;]+)");
  private static final Pattern VISIT_COOKIE = Pattern.compile("tweestap_visit=([^;]+)");
  private static final Pattern FORM_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private String ask(String method, String path, String headers, String body) {
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nConnection: close\r\n"
            + headers
            + (body.isEmpty()
                ? ""
                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + body.length()
                    + "\r\n")
            + "\r\n"
            + body;
    try (Socket socket = new Socket("127.0.0.1", address("/").getPort())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String page(String headers) {
    return ask("GET", "/sandbox", headers, "");
  }

  private static String status(String answer) {
    return answer.split(" ", 3)[1];
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  private String post(String path, String cookies, String headers, String body) {
    return ask("POST", path, "Host: localhost\r\nCookie: " + cookies + "\r\n" + headers, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1", "[::1]:8080", "LOCALHOST"})
  void ownNamesAreAnswered(String host) {
    assertThat(status(page("Host: " + host + "\r\n"))).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1"})
  void foreignNamesAreRefused(String host) {
    for (String path : new String[] {"/", "/sandbox", "/sandbox/handsets", "/sandbox.js"}) {
      String answer = ask("GET", path, "Host: " + host + "\r\n", "");
      assertThat(status(answer)).as(path).isEqualTo("421");
      assertThat(answer).contains("answers only on the machine").doesNotContain("Tulpenhof");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For: 203.0.113.9, 403",
    "Forwarded: for=203.0.113.9, 403",
    "X-Forwarded-Host: x.example, 403",
    "Via: 1.1 proxy, 421"
  })
  void whatAProxyPassesOnIsRefused(String header, String status) {
    assertThat(status(page("Host: localhost\r\n" + header + "\r\n"))).isEqualTo(status);
  }

  @Test
  void formWithoutItsTokenIsRefused() {
    String page = page("Host: localhost\r\n");
    String cookie = "tweestap_form=" + first(FORM_COOKIE, page);
    String field = "_csrf=" + first(FORM_FIELD, page);
    String wish = "purpose=login&channel=sms&locale=en&phone=%2B31612345678";

    for (String path : new String[] {"start", "check", "resend", "over", "empty"}) {
      assertThat(status(post("/sandbox/" + path, cookie, "", wish + "&code=1"))).isEqualTo("403");
      assertThat(status(post("/sandbox/" + path, "x=y", "", field + "&code=1"))).isEqualTo("403");
    }
    assertThat(status(post("/sandbox/empty", cookie, "", field))).isEqualTo("303");
  }

  @Test
  void formOfAnotherSiteOrPortIsRefused() {
    String page = page("Host: localhost\r\n");
    String cookie = "tweestap_form=" + first(FORM_COOKIE, page);
    String field = "_csrf=" + first(FORM_FIELD, page);

    for (String site : new String[] {"cross-site", "same-site"}) {
      String answer = post("/sandbox/empty", cookie, "Sec-Fetch-Site: " + site + "\r\n", field);
      assertThat(status(answer)).isEqualTo("403");
    }
    assertThat(status(post("/sandbox/empty", cookie, "Sec-Fetch-Site: same-origin\r\n", field)))
        .isEqualTo("303");
  }

  @Test
  void pageIsShutInByItsHeaders() {
    assertThat(page("Host: localhost\r\n"))
        .contains("Content-Security-Policy: default-src 'none'", "frame-ancestors 'none'")
        .contains("Referrer-Policy: no-referrer", "no-store", "X-Content-Type-Options: nosniff")
        .contains("SameSite=Strict", "HttpOnly")
        .doesNotContain("unsafe-", "style=\"", "onclick", "JSESSIONID");
  }

  @Test
  void visitThatWasTamperedWithIsForgotten() {
    String page = page("Host: localhost\r\n");
    String cookie = "tweestap_form=" + first(FORM_COOKIE, page);
    String body =
        "_csrf="
            + first(FORM_FIELD, page)
            + "&purpose=login&channel=sms&locale=en&phone=0900"
            + "&amount=%3Cb%3E&payee=%22%3E%3Cb%3E";
    String visit = first(VISIT_COOKIE, post("/sandbox/start", cookie, "", body));
    String dressed = "Host: localhost\r\nCookie: tweestap_visit=";

    assertThat(page(dressed + visit + "\r\n")).contains("role=\"alert\"").doesNotContain("\"><b>");
    assertThat(page(dressed + "A" + visit.substring(1) + "x\r\n")).doesNotContain("role=\"alert\"");
    assertThat(page(dressed + "nonsense\r\n")).doesNotContain("role=\"alert\"");
  }

  @Test
  void homeLeadsToThePage() {
    String answer = ask("GET", "/", "Host: localhost\r\n", "");

    assertThat(status(answer)).isEqualTo("302");
    assertThat(answer).contains("Location: /sandbox\r\n");
  }

  @Test
  void apiAnswersUnderAnyName() {
    assertThat(status(ask("GET", "/v1/verifications", "Host: evil.example\r\n", "")))
        .isEqualTo("401");
  }
}
