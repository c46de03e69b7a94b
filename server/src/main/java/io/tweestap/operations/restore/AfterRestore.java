package io.tweestap.operations.restore;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.VoidOpen.Asked;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./tweestap after-restore`: ends what was under way when the backup was taken, before the first
/// server starts on the restored database.
@Component
class AfterRestore implements Command {
  private static final String KEEP_MESSAGES = "--keep-messages";
  private static final String END_SESSIONS = "--end-sessions";

  /// What no statement can set right: how far each of them came since is known to nobody here.
  private static final String STAYS =
      """
      Not known here, and good once more where it was used or taken away since the backup:
        recovery codes, counters of tokens (HOTP, YubiKey, OCRA), factors, clients, exemptions,
        opt-outs. docs/operating/backup.md says what to do about each.
      """;

  private final ObjectProvider<VoidAll> open;
  private final ObjectProvider<OtherSessions> others;
  private final Clock clock;

  AfterRestore(ObjectProvider<VoidAll> open, ObjectProvider<OtherSessions> others, Clock clock) {
    this.open = open;
    this.others = others;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "after-restore";
  }

  @Override
  public String usage() {
    return """
    after-restore [--keep-messages] [--end-sessions]
                                 end what was under way when the backup was taken\
    """;
  }

  @Override
  public int run(List<String> args) {
    if (!Set.of(KEEP_MESSAGES, END_SESSIONS).containsAll(args)) {
      System.err.println(usage());
      return ExitCode.USAGE.code();
    }
    var asked =
        new Asked(clock.instant(), args.contains(KEEP_MESSAGES), args.contains(END_SESSIONS));
    others.getObject().refuse();
    open.getObject().run(asked, (what, count) -> System.out.printf("%8d %s%n", count, what));
    System.out.println("were ended. " + left(asked));
    System.out.print(STAYS);
    return ExitCode.OK.code();
  }

  private static String left(Asked asked) {
    String messages =
        asked.keepMessages()
            ? "Messages that waited go out, some of them for the second time."
            : "Messages whose moment is still to come go out then.";
    return asked.endSessions()
        ? messages
        : messages + " Sessions and remembered browsers stay (" + END_SESSIONS + " ends them).";
  }
}
