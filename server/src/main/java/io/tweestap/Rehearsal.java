package io.tweestap;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;

/// Starts the server, sends and checks a code as a visitor of the try-it page does, and stops. The
/// launcher has Java record this, and later starts use what Java learned (JEP 483, JEP 515).
final class Rehearsal {
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .cookieHandler(new CookieManager())
          .build();

  private Rehearsal(URI server) {
    this.server = server;
  }

  /// @param settings as for the server, on a data directory that is thrown away afterwards
  public static void main(String[] settings) throws IOException, InterruptedException {
    try (var context = new SpringApplication(Tweestap.class).run(settings)) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      new Rehearsal(URI.create("http://localhost:" + port)).visit();
    }
  }

  private void visit() throws IOException, InterruptedException {
    send(to("/docs"));
    post("/oauth2/token", "grant_type=client_credentials");
    String form = "_csrf=" + formToken(send(to("/sandbox")));
    post("/sandbox/start", form + "&purpose=login&channel=sms&phone=0612345678&locale=en");
    post("/sandbox/check", form + "&code=000000");
  }

  private void post(String path, String form) throws IOException, InterruptedException {
    send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  /// A refusal is an answer too; what the server cannot do is not worth remembering.
  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 500) {
      throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static String formToken(String page) {
    Matcher token = FORM_TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("the try-it page has no form");
    }
    return token.group(1);
  }
}
