package kz.legality.evidence.bundle;

import org.jspecify.annotations.Nullable;

/** What every bundle says of itself, in three languages. */
final class BundleTexts {
    static final String README = """
        EVIDENCE BUNDLE OF THE LEGALITY LEDGER

        How to check it without asking anybody:
          1. Get the log's verifier key from somewhere else than this file: from the court's register, from the
             address /log/vkey of the ledger, or from a witness. The copy in keys/ is only there to be compared.
          2. java -jar verify.jar THIS.evz --trust VKEYFILE      (any Java 21 or newer, no network)
             or open verify.html in a browser, choose this file, and paste the key.

        What is in it:
          manifest.json, manifest.note   what was asked, SHA-256 of every file, and the log's signature over it
          events/*.json                  the events as they were logged; personal fields are salted commitments
          proofs/*.tlog-proof            C2SP tlog-proof of each event: entry, index, RFC 6962 inclusion, checkpoint
          history/*.chain.json           the events of each device in order, salts, and the fields that were opened
          map-proof.json                 proof that these are all events of each device up to a size of the log
          checkpoint.note                C2SP checkpoint, signed by the log, and by witnesses where there are any
          tsa/checkpoint.tsr             where there is one: RFC 3161 time stamp of checkpoint.note; add --tsa CERTIFICATES.pem
          sources.json                   receipts of the files the events came from: who sent which, SHA-256, rows
          keys/                          log.vkey; witnesses.vkey and papers.pem where there are any: to compare
          custody.json                   who asked for this bundle, and when
          report_{kk,ru,en}.pdf          the same to read. Where they are signed (the manifest's "papers" says so),
                                         pdfsig report_en.pdf (poppler-utils) or a PDF reader checks the signature;
                                         verify.jar and verify.html do not
          LIMITS.txt                     what this does not prove
        """;

    private static final String LIMITS = """
        EN. What this proves: these events stood in the ledger, in this order, none of the named devices' events left
        out, before the checkpoint was signed; nothing was changed since. What it does not prove: that what a source
        said was true; that an IMEI was not copied into another device; when an event happened (the time is its
        source's word; only the time of recording is the ledger's). The times are the ledger's clock where no witness
        and no time-stamping authority is named. That a stream's name in the log is that IMEI's is the ledger's word,
        unless the index key is given to the verifier.

        RU. Что это доказывает: эти события стояли в реестре в этом порядке до подписания контрольной точки, ни одно
        событие названных устройств не опущено, и с тех пор ничего не изменено. Чего это не доказывает: что сказанное
        источником было правдой; что IMEI не был скопирован в другое устройство; когда событие произошло (это время
        указал источник; реестру принадлежит только время записи). Где не назван свидетель или служба меток времени,
        время - по часам реестра. То, что имя потока в журнале принадлежит этому IMEI, - слово реестра, если
        проверяющему не дан ключ указателя.

        KK. Бұл нені дәлелдейді: бұл оқиғалар бақылау нүктесіне қол қойылғанға дейін тізілімде осы ретпен тұрды,
        аталған құрылғылардың бірде-бір оқиғасы қалдырылмаған және содан бері ештеңе өзгертілмеген. Нені дәлелдемейді:
        дереккөз айтқанының шындығын; IMEI басқа құрылғыға көшірілмегенін; оқиғаның қашан болғанын (бұл уақытты
        дереккөз айтқан; тізілімдікі тек жазылған уақыты). Куә немесе уақыт белгісі қызметі аталмаған жерде уақыт -
        тізілім сағаты бойынша. Журналдағы ағын атауының осы IMEI-ге тиесілігі - тізілімнің сөзі, егер тексерушіге
        көрсеткіш кілті берілмесе.
        """;

    private static final String UNSIGNED = """

        EN. The PDF papers carry no electronic signature: this ledger has no signer. That they are unaltered is shown by
        their SHA-256 in the manifest, which the log signed.

        RU. Бумаги PDF не подписаны электронной подписью: у этого реестра нет подписывающего. Их неизменность видна по
        SHA-256 в описи, подписанной журналом.

        KK. PDF қағаздарына электрондық қолтаңба қойылмаған: бұл тізілімде қол қоюшы жоқ. Олардың өзгермегені журнал
        қол қойған тізімдемедегі SHA-256 арқылы көрінеді.
        """;

    private static final String SIGNED = """

        EN. The PDF papers are signed ({level}) by {by}. Neither verify.jar nor verify.html checks that signature:
        pdfsig (poppler-utils) and PDF readers do, against certificates you trust. What the signature carries is no
        proof that the certificate had not been revoked; ask the one who issued it.

        RU. Бумаги PDF подписаны ({level}): {by}. Ни verify.jar, ни verify.html эту подпись не проверяют: её проверяют
        pdfsig (poppler-utils) и программы чтения PDF по сертификатам, которым вы доверяете. Подпись не несёт
        доказательства, что сертификат не был отозван; спросите того, кто его выдал.

        KK. PDF қағаздарына қол қойылған ({level}): {by}. Бұл қолтаңбаны verify.jar да, verify.html де тексермейді:
        оны pdfsig (poppler-utils) және PDF оқу бағдарламалары сіз сенетін сертификаттар бойынша тексереді. Қолтаңбада
        сертификаттың кері қайтарылмағанының дәлелі жоқ; оны берген тұлғадан сұраңыз.
        """;

    private BundleTexts() {}

    /** The statement of limits, which also says whether the papers are signed. */
    static String limits(Papers.@Nullable Seal seal) {
        return LIMITS
                + (seal == null
                        ? UNSIGNED
                        : SIGNED.replace("{level}", seal.level().written()).replace("{by}", seal.by()));
    }
}
