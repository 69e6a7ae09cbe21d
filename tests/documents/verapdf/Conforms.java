import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Conforms FLAVOUR[,FLAVOUR…] FILE…: one line a file and flavour: flavour, number of checks, failed rules, file. */
public class Conforms {
    public static void main(String[] words) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < words.length; i++)
            for (String flavour : words[0].split(",")) {
                ValidationResult seen = validated(new File(words[i]), PDFAFlavour.fromString(flavour));
                Set<String> failed = new TreeSet<>();
                for (TestAssertion one : seen.getTestAssertions())
                    if (one.getStatus() == TestAssertion.Status.FAILED)
                        failed.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber());
                if (!seen.isCompliant() && failed.isEmpty()) failed.add("not compliant");
                System.out.printf(
                    "%s\t%d\t%s\t%s%n", flavour, seen.getTotalAssertions(), String.join(" ", failed), words[i]);
            }
    }

    private static ValidationResult validated(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(flavour, 100, false, true, false)) {
            return validator.validate(parser);
        }
    }
}
