/// Signs of abuse, asked before anything is sent: is this a number that a code may go to?
@ApplicationModule
@NullMarked
package io.tweestap.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
