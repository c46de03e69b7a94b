package io.tweestap.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.CarrierContract;
import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.Said;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.ManualClock;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailCarrierTest extends CarrierContract {
  private static final TestCertificate CERTIFICATE = new TestCertificate("localhost");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<AutoCloseable> open = new ArrayList<>();
  private @Nullable StartTlsFront front;

  @BeforeEach
  void start() throws Exception {
    server.start();
    server.setUser("tweestap", "tweestap", "secret");
    front = new StartTlsFront(CERTIFICATE.context(), server.getSmtp().getPort());
    open.add(front);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    server.stop();
  }

  @Override
  protected Carrier working() throws Exception {
    return safely(CERTIFICATE.context().getSocketFactory());
  }

  @Override
  protected List<Carrier> failing() throws Exception {
    List<Carrier> carriers = new ArrayList<>();
    for (String step : List.of("HELLO", "MAIL", "RCPT", "DATA", ".")) {
      for (String answer :
          List.of("451 4.3.0 later", "550 5.1.1 <anna@example.org> is unknown", "cut", "silence")) {
        carriers.add(scripted(step, answer));
      }
    }
    carriers.add(plain(closedPort()));
    return carriers;
  }

  @Test
  void aMailComesAsItWasMeant() throws Exception {
    OutgoingMessage message =
        SampleMessages.message(
            Channel.EMAIL,
            "anna@example.org",
            "Müller & Söhne",
            "Ihr Code für Müller",
            "481516 ist Ihr Code.\nGültig 5 Minuten. 😀\n.\nBis bald");
    assertThat(working().send(message)).isEqualTo(HandOver.Accepted.plainly(1));
    MimeMessage mail = server.getReceivedMessages()[0];
    InternetAddress from = (InternetAddress) mail.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("codes@tweestap.example");
    assertThat(from.getPersonal()).isEqualTo("Müller & Söhne");
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("anna@example.org"));
    assertThat(mail.getSubject()).isEqualTo("Ihr Code für Müller");
    assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(((String) mail.getContent()).strip().replace("\r\n", "\n"))
        .isEqualTo(message.text());
    assertThat(mail.getMessageID()).isEqualTo("<" + message.id() + "@tweestap.example>");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(SampleMessages.NOW));
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void noFieldCanAddAHeaderOrARecipient() throws Exception {
    String inject = "x\r\nBcc: eve@example.org\r\n\r\nbody";
    working().send(SampleMessages.message(Channel.EMAIL, "anna@example.org", inject, inject, "1"));
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(((String) mail.getContent()).strip()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.org, eve@example.org",
        "anna@example.org\r\nRCPT TO:<eve@example.org>",
        "<anna@example.org>",
        "Anna <anna@example.org>",
        "anna@example.org,eve.example.org",
        "änna@example.org",
        "anna",
        "@example.org"
      })
  void whatIsNotOneAddressIsRefusedBeforeAnythingIsSent(String address) throws Exception {
    OutgoingMessage message = SampleMessages.message(Channel.EMAIL, address, "Acme", "Code", "1");
    assertThat(Said.kind(working().send(message))).isEqualTo("REJECTED");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWithoutStartTlsIsNotUsed() throws Exception {
    int port = server.getSmtp().getPort();
    Carrier carrier = carrier(settings(port, MailProperties.Security.STARTTLS, null), null);
    assertThat(Said.kind(carrier.send(SampleMessages.code(Channel.EMAIL))))
        .isEqualTo("UNAVAILABLE");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWithAnUnknownCertificateIsNotUsed() throws Exception {
    Carrier carrier = safely(null);
    assertThat(Said.kind(carrier.send(SampleMessages.code(Channel.EMAIL))))
        .isEqualTo("UNAVAILABLE");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWithTheCertificateOfAnotherIsNotUsed() throws Exception {
    var other = new TestCertificate("other.example").context();
    StartTlsFront wrong = new StartTlsFront(other, server.getSmtp().getPort());
    open.add(wrong);
    MailProperties settings = settings(wrong.port(), MailProperties.Security.STARTTLS, "secret");
    Carrier carrier = carrier(settings, other.getSocketFactory());
    assertThat(Said.kind(carrier.send(SampleMessages.code(Channel.EMAIL))))
        .isEqualTo("UNAVAILABLE");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HELLO, 421 busy, UNAVAILABLE",
    "MAIL, 451 4.3.0 later, RETRY",
    "MAIL, 550 5.7.1 not you, REJECTED",
    "RCPT, 450 4.2.0 greylisted, RETRY",
    "RCPT, 550 5.1.1 unknown, REJECTED",
    "DATA, 452 4.3.1 full, RETRY",
    "DATA, 554 5.6.0 no, REJECTED",
    "., 451 4.3.0 later, RETRY",
    "., 554 5.7.1 spam, REJECTED",
    "HELLO, cut, UNAVAILABLE",
    "MAIL, cut, UNAVAILABLE",
    "RCPT, cut, UNAVAILABLE",
    "DATA, cut, UNAVAILABLE",
    "., cut, Unknown",
    "., silence, Unknown",
    "MAIL, silence, UNAVAILABLE",
    "QUIT, cut, Accepted",
    "QUIT, 451 what, Accepted"
  })
  void eachAnswerMeansWhatTheStandardSays(String step, String answer, String meaning)
      throws Exception {
    HandOver said = scripted(step, answer).send(SampleMessages.code(Channel.EMAIL));
    assertThat(Said.kind(said)).as(said.toString()).isEqualTo(meaning);
  }

  @Test
  void ofAServersWordsOnlyTheNumbersAreKept() throws Exception {
    Carrier carrier = scripted("RCPT", "550 5.1.1 <anna@example.org> is unknown here");
    assertThat(carrier.send(SampleMessages.code(Channel.EMAIL)))
        .isEqualTo(
            new HandOver.Failed(FailureClass.REJECTED, "the mail server answered 550 5.1.1"));
  }

  @Test
  void aWrongPasswordIsWorthAnotherTry() throws Exception {
    MailProperties settings = settings(front().port(), MailProperties.Security.STARTTLS, "wrong");
    Carrier carrier = carrier(settings, CERTIFICATE.context().getSocketFactory());
    HandOver said = carrier.send(SampleMessages.code(Channel.EMAIL));
    assertThat(said)
        .isEqualTo(
            new HandOver.Failed(
                FailureClass.UNAVAILABLE, "the mail server did not accept the user and password"));
  }

  @Test
  void aServerThatIsALittleSlowAtEachStepIsCutOff() throws Exception {
    long begin = System.nanoTime();
    HandOver said = scripted(ScriptedSmtpServer.SLOW, "").send(SampleMessages.code(Channel.EMAIL));
    assertThat(Said.kind(said)).isEqualTo("UNAVAILABLE");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  private Carrier safely(@Nullable SSLSocketFactory trust) {
    return carrier(settings(front().port(), MailProperties.Security.STARTTLS, "secret"), trust);
  }

  private Carrier plain(int port) {
    return carrier(settings(port, MailProperties.Security.NONE, null), null);
  }

  private Carrier scripted(String step, String answer) throws IOException {
    ScriptedSmtpServer scripted = new ScriptedSmtpServer(step, answer);
    open.add(scripted);
    return plain(scripted.port());
  }

  private StartTlsFront front() {
    if (front == null) {
      throw new IllegalStateException("not started");
    }
    return front;
  }

  private static Carrier carrier(MailProperties settings, @Nullable SSLSocketFactory trust) {
    return new MailCarrier(
        settings, SmtpSender.of(settings, trust), new ManualClock(SampleMessages.NOW));
  }

  private static MailProperties settings(
      int port, MailProperties.Security security, @Nullable String password) {
    boolean plain = security == MailProperties.Security.NONE;
    return new MailProperties(
        "localhost",
        port,
        password == null ? null : "tweestap",
        password,
        "codes@tweestap.example",
        security,
        null,
        plain ? Duration.ofMillis(500) : Duration.ofSeconds(5),
        plain ? Duration.ofMillis(700) : Duration.ofSeconds(10),
        plain ? Duration.ofMillis(1500) : Duration.ofSeconds(15),
        8,
        100);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
