package kz.legality.evidence.bundle;

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
          custody.json                   who asked for this bundle, and when
          LIMITS.txt                     what this does not prove
        """;

    static final String LIMITS = """
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

    private BundleTexts() {}
}
