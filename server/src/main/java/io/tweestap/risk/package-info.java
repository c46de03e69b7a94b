/// Signs of abuse, asked before a code is sent: is this a number that it may go to, and does what
/// was sent before come back as codes that somebody typed?
@ApplicationModule
@NullMarked
package io.tweestap.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
