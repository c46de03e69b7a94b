package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.tweestap.delivery.mail.TestCertificate;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The pages over TLS, ended by the server itself: a second port beside the plain one.
@DisplayName("SES-6: over TLS each cookie is __Host-, Secure, HttpOnly and SameSite")
@Import(TlsPagesTest.SecondPort.class)
class TlsPagesTest extends AccountBrowserTest {
  @TempDir static Path directory;

  @Autowired private ServletWebServerApplicationContext server;

  /// A connector with a certificate for `localhost`.
  @TestConfiguration(proxyBeanMethods = false)
  static class SecondPort {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tls() {
      return factory -> factory.addAdditionalConnectors(connector());
    }

    private static Connector connector() {
      Path store = new TestCertificate("localhost").write(directory.resolve("localhost.p12"));
      Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
      connector.setPort(0);
      connector.setScheme("https");
      connector.setSecure(true);
      ((Http11NioProtocol) connector.getProtocolHandler()).setSSLEnabled(true);
      SSLHostConfig host = new SSLHostConfig();
      var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
      certificate.setCertificateKeystoreFile(store.toString());
      certificate.setCertificateKeystorePassword(TestCertificate.PASSWORD);
      certificate.setCertificateKeystoreType("PKCS12");
      host.addCertificate(certificate);
      connector.addSslHostConfig(host);
      return connector;
    }
  }

  private String overTls(String url) {
    TomcatWebServer tomcat = (TomcatWebServer) Objects.requireNonNull(server.getWebServer());
    Connector[] all = tomcat.getTomcat().getService().findConnectors();
    URI uri = URI.create(url);
    return "https://localhost:" + all[all.length - 1].getLocalPort() + uri.getRawPath();
  }

  private static void areHardToTake(List<Cookie> cookies) {
    assertThat(cookies).isNotEmpty();
    assertThat(cookies)
        .allSatisfy(cookie -> {
          assertThat(cookie.name).startsWith("__Host-tweestap_");
          assertThat(cookie.secure).isTrue();
          assertThat(cookie.httpOnly).isTrue();
          assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
          assertThat(cookie.path).isEqualTo("/");
          assertThat(cookie.domain).isEqualTo("localhost");
        });
  }

  @Test
  void aLoginIsDoneInThePrompt() {
    App app = app(anna);
    Page page = window(desktop().setIgnoreHTTPSErrors(true));

    page.navigate(overTls(urlOf(prompted())) + "?lang=en");
    page.navigate(page.url() + "?lang=de");
    areHardToTake(page.context().cookies());
    assertThat(page.context().cookies()).hasSize(3);
    type(page, code(app));

    assertThat(claimed(page).json().path("state").asString()).isEqualTo("passed");
  }

  @Test
  void aVisitOfTheAccountPages() {
    App app = app(anna);
    Page page = window(desktop().setIgnoreHTTPSErrors(true));

    page.navigate(overTls(accountUrl("anna", "")));
    areHardToTake(page.context().cookies());
    page.locator(ADD).click();
    prove(page, app);
    assertThat(page.locator("h1").innerText()).contains("What do you want to add?");
    home(page);
    click(page, "/account/leave");
    assertThat(page.context().cookies().stream().map(cookie -> cookie.name))
        .doesNotContain("__Host-tweestap_account");
  }

  @Test
  @DisplayName("A cookie without the prefix, as a neighbor on plain HTTP may set one, is not read")
  void aPlantedCookieIsNotRead() {
    app(anna);
    Page page = window(desktop().setIgnoreHTTPSErrors(true));
    page.navigate(overTls(accountUrl("anna", "")));
    String secret =
        page.context().cookies().stream()
            .filter(cookie -> cookie.name.endsWith("tweestap_account"))
            .map(cookie -> cookie.value)
            .findFirst()
            .orElseThrow();
    page.context().clearCookies();
    page.context()
        .addCookies(
            List.of(new Cookie("tweestap_account", secret).setUrl(overTls("http://x/account"))));

    page.navigate(overTls("http://x/account"));

    assertThat(page.locator("h1").innerText()).isEqualTo("You are not logged in here");
  }
}
