package kz.legality.evidence.report;

import java.util.Map;

/** The words of the report. */
enum ReportText {
    EN(
            "en",
            "Report on the history of devices",
            "Case",
            "Legal basis",
            "SHA-256 of the order",
            "Moment asked about",
            "Requested by",
            "Requested at",
            "Bundle",
            "Signed checkpoint: entries in the log",
            "Complete up to entry",
            "Key of the log",
            "No event of this device is in the ledger. It was never imported by a customs declaration.",
            "events; these are all events of this device the ledger holds up to the entry named above.",
            "said to have occurred",
            "recorded",
            "after the moment asked about",
            "withheld",
            "more devices were asked for; their events stand in the files of the bundle.",
            "How this is checked",
            "This paper is a reading aid. The evidence is the bundle it lies in: its events, proofs and signatures are"
                    + " checked without the ledger, with verify.jar or by opening verify.html in a browser, against the"
                    + " log's key obtained elsewhere than from the bundle.",
            "What it does not prove",
            "That what a source said was true; that an IMEI was not copied into another device; when an event"
                    + " happened: that is the source's word, and only the time of recording is the ledger's.",
            "Certificate of the process",
            "The entries above were produced by a system that records events as they arrive, never edits them, commits"
                    + " to each in a Merkle tree (RFC 6962) and signs the tree at short intervals. The process was run"
                    + " without human choice of what is shown. To be signed by a qualified person of the operator:",
            "name, position, signature, date",
            "page",
            Map.of(
                    "DeviceImported", "Imported (customs declaration)",
                    "DeviceDeclared", "Declared by a person",
                    "DeviceRegistered", "Registered on a network",
                    "CloneDetected", "Copies of the IMEI detected",
                    "DeviceExported", "Exported (customs declaration)",
                    "DeviceBlocked", "Blocked",
                    "DeviceUnblocked", "Block lifted",
                    "GreyTermStarted", "Grey term started",
                    "Grandfathered", "In use before the rules",
                    "SeenOnNetwork", "Seen on a network")),
    RU(
            "ru",
            "Отчёт об истории устройств",
            "Дело",
            "Правовое основание",
            "SHA-256 определения",
            "Запрошенный момент",
            "Запросил",
            "Время запроса",
            "Пакет",
            "Подписанная контрольная точка: записей в журнале",
            "Полнота до записи",
            "Ключ журнала",
            "Событий этого устройства в реестре нет. По таможенной декларации оно не ввозилось.",
            "событий; это все события устройства, имеющиеся в реестре до названной выше записи.",
            "по словам источника произошло",
            "записано",
            "после запрошенного момента",
            "не раскрывается",
            "других устройств запрошено; их события находятся в файлах пакета.",
            "Как это проверяется",
            "Эта бумага - пособие для чтения. Доказательство - пакет, в котором она лежит: его события, доказательства"
                    + " включения и подписи проверяются без реестра, программой verify.jar или в браузере страницей"
                    + " verify.html, по ключу журнала, полученному не из пакета.",
            "Чего это не доказывает",
            "Что сказанное источником было правдой; что IMEI не был скопирован в другое устройство; когда событие"
                    + " произошло: это время назвал источник, реестру принадлежит только время записи.",
            "Удостоверение процесса",
            "Записи выше созданы системой, которая записывает события по мере поступления, никогда их не правит,"
                    + " закрепляет каждое в дереве Меркла (RFC 6962) и часто подписывает дерево. Что показано, человеком"
                    + " не отбиралось. Подписывает уполномоченное лицо оператора:",
            "фамилия, должность, подпись, дата",
            "страница",
            Map.of(
                    "DeviceImported", "Ввоз (таможенная декларация)",
                    "DeviceDeclared", "Заявлено физическим лицом",
                    "DeviceRegistered", "Зарегистрировано в сети",
                    "CloneDetected", "Обнаружены копии IMEI",
                    "DeviceExported", "Вывоз (таможенная декларация)",
                    "DeviceBlocked", "Заблокировано",
                    "DeviceUnblocked", "Блокировка снята",
                    "GreyTermStarted", "Начался серый срок",
                    "Grandfathered", "В пользовании до введения правил",
                    "SeenOnNetwork", "Замечено в сети")),
    KK(
            "kk",
            "Құрылғылар тарихы туралы есеп",
            "Іс",
            "Құқықтық негіз",
            "Ұйғарымның SHA-256",
            "Сұралған сәт",
            "Сұраған",
            "Сұралған уақыты",
            "Пакет",
            "Қол қойылған бақылау нүктесі: журналдағы жазбалар",
            "Толықтығы мына жазбаға дейін",
            "Журнал кілті",
            "Тізілімде бұл құрылғының оқиғалары жоқ. Ол кедендік декларация бойынша әкелінбеген.",
            "оқиға; бұл - жоғарыда аталған жазбаға дейін тізілімдегі құрылғының барлық оқиғалары.",
            "дереккөздің айтуынша болған",
            "жазылған",
            "сұралған сәттен кейін",
            "ашылмайды",
            "басқа құрылғы сұралған; олардың оқиғалары пакет файлдарында.",
            "Бұл қалай тексеріледі",
            "Бұл қағаз - оқуға көмек. Дәлелдеме - ол жатқан пакет: оның оқиғалары, дәлелдері мен қолтаңбалары"
                    + " тізілімсіз, verify.jar бағдарламасымен немесе браузерде verify.html бетімен, пакеттен тыс алынған"
                    + " журнал кілті бойынша тексеріледі.",
            "Бұл нені дәлелдемейді",
            "Дереккөз айтқанының шындығын; IMEI басқа құрылғыға көшірілмегенін; оқиғаның қашан болғанын: бұл уақытты"
                    + " дереккөз айтқан, тізілімдікі тек жазылған уақыты.",
            "Процесс куәлігі",
            "Жоғарыдағы жазбаларды оқиғаларды келуіне қарай жазатын, ешқашан өзгертпейтін, әрқайсысын Меркл ағашында"
                    + " (RFC 6962) бекітетін және ағашқа жиі қол қоятын жүйе жасады. Не көрсетілетінін адам таңдаған жоқ."
                    + " Оператордың уәкілетті тұлғасы қол қояды:",
            "тегі, лауазымы, қолы, күні",
            "бет",
            Map.of(
                    "DeviceImported", "Әкеліну (кедендік декларация)",
                    "DeviceDeclared", "Жеке тұлға мәлімдеген",
                    "DeviceRegistered", "Желіде тіркелген",
                    "CloneDetected", "IMEI көшірмелері анықталды",
                    "DeviceExported", "Әкетіну (кедендік декларация)",
                    "DeviceBlocked", "Бұғатталған",
                    "DeviceUnblocked", "Бұғат алынды",
                    "GreyTermStarted", "Сұр мерзім басталды",
                    "Grandfathered", "Ережелерге дейін қолданыста болған",
                    "SeenOnNetwork", "Желіде байқалған"));

    final String language;
    final String title;
    final String caseNumber;
    final String legalBasis;
    final String orderHash;
    final String asOf;
    final String by;
    final String at;
    final String bundle;
    final String checkpoint;
    final String complete;
    final String key;
    final String nothing;
    final String all;
    final String occurred;
    final String recorded;
    final String after;
    final String withheld;
    final String more;
    final String checking;
    final String howChecked;
    final String limits;
    final String limitsText;
    final String certificate;
    final String certificateText;
    final String signature;
    final String page;
    final Map<String, String> kinds;

    ReportText(
            String language,
            String title,
            String caseNumber,
            String legalBasis,
            String orderHash,
            String asOf,
            String by,
            String at,
            String bundle,
            String checkpoint,
            String complete,
            String key,
            String nothing,
            String all,
            String occurred,
            String recorded,
            String after,
            String withheld,
            String more,
            String checking,
            String howChecked,
            String limits,
            String limitsText,
            String certificate,
            String certificateText,
            String signature,
            String page,
            Map<String, String> kinds) {
        this.language = language;
        this.title = title;
        this.caseNumber = caseNumber;
        this.legalBasis = legalBasis;
        this.orderHash = orderHash;
        this.asOf = asOf;
        this.by = by;
        this.at = at;
        this.bundle = bundle;
        this.checkpoint = checkpoint;
        this.complete = complete;
        this.key = key;
        this.nothing = nothing;
        this.all = all;
        this.occurred = occurred;
        this.recorded = recorded;
        this.after = after;
        this.withheld = withheld;
        this.more = more;
        this.checking = checking;
        this.howChecked = howChecked;
        this.limits = limits;
        this.limitsText = limitsText;
        this.certificate = certificate;
        this.certificateText = certificateText;
        this.signature = signature;
        this.page = page;
        this.kinds = kinds;
    }

    String kind(String type) {
        return kinds.getOrDefault(type, type);
    }
}
