<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>Banners</name>
    <message>
        <source>Banners</source>
        <translation>Bandeaux</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>Control room · {desk}</source>
        <translation>Salle de commandement · {desk}</translation>
    </message>
    <message>
        <source>Menu of all commands</source>
        <translation>Menu de toutes les commandes</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a command or section</source>
        <translation>Trouver une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Filter here</source>
        <translation>Filtrer ici</translation>
    </message>
    <message>
        <source>Shortcuts here</source>
        <translation>Raccourcis d’ici</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Zone précédente</translation>
    </message>
    <message>
        <source>Close the top layer</source>
        <translation>Fermer ce qui est au-dessus</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Fermer le poste</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>Hold all publishing</source>
        <translation>Suspendre toute publication</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Nouveau tableau</translation>
    </message>
    <message>
        <source>Next board</source>
        <translation>Tableau suivant</translation>
    </message>
    <message>
        <source>Previous board</source>
        <translation>Tableau précédent</translation>
    </message>
    <message>
        <source>Pause all columns</source>
        <translation>Mettre toutes les colonnes en pause</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>To second screen</source>
        <translation>Vers le second écran</translation>
    </message>
    <message>
        <source>Second screen</source>
        <translation>Second écran</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Nouvelle colonne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Thème clair</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Thème du système</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>language of the desk</source>
        <translation>langue du poste</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Text at 90 percent</source>
        <translation>Texte à 90&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 100 percent</source>
        <translation>Texte à 100&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 110 percent</source>
        <translation>Texte à 110&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 125 percent</source>
        <translation>Texte à 125&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 150 percent</source>
        <translation>Texte à 150&#x202f;%</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
    <message>
        <source>The desk made a mistake ({kind}). What you wrote is kept. The details are in the log; if things look odd, close the desk and open it again.</source>
        <translation>Le poste a commis une erreur ({kind}). Ce que vous avez écrit est conservé. Les détails sont dans le journal&#x202f;; si quelque chose semble anormal, fermez le poste et rouvrez-le.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>slash</source>
        <translation>barre oblique</translation>
    </message>
    <message>
        <source>question mark</source>
        <translation>point d’interrogation</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Type a command or a section</source>
        <translation>Tapez une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Find a command or section</source>
        <translation>Trouver une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Aucune commande ne porte ce nom.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>exécuter</translation>
    </message>
    <message>
        <source>commands only</source>
        <translation>commandes seules</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>One person, one desk</source>
        <translation>Une personne, un poste</translation>
    </message>
    <message>
        <source>Not possible yet: this version knows no officers.</source>
        <translation>Pas encore possible&#x202f;: cette version ne connaît pas d’agents.</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>Not part of this version yet</source>
        <translation>Pas encore dans cette version</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shown now</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The text is as large as it gets.</source>
        <translation>Le texte est à sa taille maximale.</translation>
    </message>
    <message>
        <source>The text is as small as it gets.</source>
        <translation>Le texte est à sa taille minimale.</translation>
    </message>
    <message>
        <source>There is nothing to filter on this page.</source>
        <translation>Il n’y a rien à filtrer sur cette page.</translation>
    </message>
    <message>
        <source>There is no other board.</source>
        <translation>Il n’y a pas d’autre tableau.</translation>
    </message>
    <message>
        <source>Not possible yet: this version publishes nothing.</source>
        <translation>Pas encore possible&#x202f;: cette version ne publie rien.</translation>
    </message>
    <message>
        <source>Nothing to hold yet: this version publishes nothing.</source>
        <translation>Rien à suspendre&#x202f;: cette version ne publie rien.</translation>
    </message>
    <message>
        <source>No notices yet: this version watches no network.</source>
        <translation>Pas encore d’avis&#x202f;: cette version ne surveille aucun réseau.</translation>
    </message>
    <message>
        <source>Not possible yet: a board needs a connected profile.</source>
        <translation>Pas encore possible&#x202f;: il faut un profil connecté pour un tableau.</translation>
    </message>
    <message>
        <source>Not possible yet: there is no board.</source>
        <translation>Pas encore possible&#x202f;: il n’y a pas de tableau.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Type a command or a section</source>
        <translation>Tapez une commande ou une rubrique</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Columns of posts side by side, each a stream of mentions, comments, messages or searches. New posts wait above what is being read, which never moves.</source>
        <translation>Des colonnes de publications côte à côte, chacune un flux de mentions, de commentaires, de messages ou de recherches. Les nouvelles attendent au-dessus de ce qu’on lit, qui ne bouge jamais.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>One queue of conversations with the time left to reply. Words that mean a risk to life put a conversation first.</source>
        <translation>Une seule file de conversations, avec le temps qui reste pour répondre. Des mots qui évoquent un danger de mort font passer une conversation en tête.</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Drafts and scheduled, held, sent and failed posts, by time. Nothing that is late goes out by itself.</source>
        <translation>Les brouillons et les publications programmées, suspendues, envoyées ou échouées, dans l’ordre du temps. Rien de ce qui est en retard ne part tout seul.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>What waits for your decision, soonest first, with what changed since you last looked. No one approves their own post.</source>
        <translation>Ce qui attend votre décision, le plus urgent d’abord, avec ce qui a changé depuis votre dernier passage. Personne ne valide sa propre publication.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Incident mode: the log, what we know and have said, promised updates, actions and rumours.</source>
        <translation>Le mode incident&#x202f;: la main courante, ce que nous savons et avons dit, les points promis, les actions et les rumeurs.</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Appeals for missing people, suspects, witnesses and property, and the tips they bring. An appeal closes when its last post is gone.</source>
        <translation>Les appels pour des disparus, des suspects, des témoins ou des biens, et les renseignements qu’ils apportent. Un appel se clôt quand sa dernière publication a disparu.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Search of every conversation kept here, edited and deleted versions included, and export as evidence. It works without a network.</source>
        <translation>La recherche dans toutes les conversations conservées ici, versions modifiées et supprimées comprises, et l’export comme preuve. Elle fonctionne sans réseau.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>The force’s accounts: their health, the officers and what each may do, and how much of each network’s allowance is left.</source>
        <translation>Les comptes du service&#x202f;: leur état, les agents et ce que chacun peut faire, et ce qui reste du quota de chaque réseau.</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Training against simulated networks with a clock of its own. Nothing leaves the building.</source>
        <translation>L’entraînement sur des réseaux simulés, avec une horloge à part. Rien ne sort du bâtiment.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>How this desk looks and speaks.</source>
        <translation>L’aspect et la langue de ce poste.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Name of the force</source>
        <translation>Nom du service</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Nom de ce poste</translation>
    </message>
    <message>
        <source>Reduce motion: layers appear without a fade</source>
        <translation>Réduire les animations&#x202f;: tout apparaît sans fondu</translation>
    </message>
    <message>
        <source>Single keys: C, / and G act outside text fields</source>
        <translation>Touches simples&#x202f;: C, / et G agissent hors des champs de texte</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Filtrer les raccourcis</translation>
    </message>
    <message>
        <source>Close, Esc</source>
        <translation>Fermer, Échap</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Status bar</source>
        <translation>Barre d’état</translation>
    </message>
    <message>
        <source>No network connected yet</source>
        <translation>Aucun réseau connecté pour l’instant</translation>
    </message>
    <message>
        <source>Cache {n} post</source>
        <translation>Cache&#x202f;: {n} publication</translation>
    </message>
    <message>
        <source>Cache {n} posts</source>
        <translation>Cache&#x202f;: {n} publications</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Theme: {now}</source>
        <translation>Thème&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Text size: {now}</source>
        <translation>Taille du texte&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Language: {now}</source>
        <translation>Langue&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Press for: {other}</source>
        <translation>Passer à&#x202f;: {other}</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>{n} unread post</source>
        <translation>{n} publication non lue</translation>
    </message>
    <message>
        <source>{n} unread posts</source>
        <translation>{n} publications non lues</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>No boards yet. Once a profile is connected, + adds the first one.</source>
        <translation>Pas encore de tableau. Dès qu’un profil sera connecté, + ajoutera le premier.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>Barre du haut</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Settings not saved</source>
        <translation>Réglages non enregistrés</translation>
    </message>
    <message>
        <source>{n} setting could not be read</source>
        <translation>{n} réglage illisible</translation>
    </message>
    <message>
        <source>{n} settings could not be read</source>
        <translation>{n} réglages illisibles</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A minus belongs right before what it excludes.</source>
        <translation>Un signe moins se place juste devant ce qu’il exclut.</translation>
    </message>
    <message>
        <source>A parenthesis is closed that was never opened.</source>
        <translation>Une parenthèse se ferme sans avoir été ouverte.</translation>
    </message>
    <message>
        <source>A parenthesis is never closed.</source>
        <translation>Une parenthèse n’est jamais fermée.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed.</source>
        <translation>Un guillemet n’est jamais fermé.</translation>
    </message>
    <message>
        <source>A star needs the beginning of a word before it.</source>
        <translation>Une étoile doit suivre le début d’un mot.</translation>
    </message>
    <message>
        <source>Another Control Room process is setting up the key of {folder}.</source>
        <translation>Un autre processus de Control Room prépare la clé de {folder}.</translation>
    </message>
    <message>
        <source>Ask for read access to it, or check the disk; no new key was made.</source>
        <translation>Demandez le droit de le lire ou vérifiez le disque&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Ask for write access to it, or choose another folder.</source>
        <translation>Demandez le droit d’y écrire ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Ask for write access to its folder, then start again.</source>
        <translation>Demandez le droit d’écrire dans son dossier, puis relancez.</translation>
    </message>
    <message>
        <source>Bring back {was}, or open with the recovery key to keep it in {now}.</source>
        <translation>Rétablissez {was}, ou ouvrez avec la clé de secours pour la garder dans {now}.</translation>
    </message>
    <message>
        <source>Check the access rights of its folder and the free space, then try again.</source>
        <translation>Vérifiez les droits du dossier et l’espace libre, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the disk; restore the newest backup if this comes back.</source>
        <translation>Vérifiez le disque&#x202f;; si cela revient, restaurez la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>Check the free space and the access rights of its folder, then try again.</source>
        <translation>Vérifiez l’espace libre et les droits du dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the keychain; nothing was set up.</source>
        <translation>Vérifiez le trousseau&#x202f;; rien n’a été mis en place.</translation>
    </message>
    <message>
        <source>Check the profile, list or address in the stream.</source>
        <translation>Vérifiez le profil, la liste ou l’adresse du flux.</translation>
    </message>
    <message>
        <source>Choose a folder on a disk of this computer.</source>
        <translation>Choisissez un dossier sur un disque de cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose a folder that is not synced.</source>
        <translation>Choisissez un dossier qui n’est pas synchronisé.</translation>
    </message>
    <message>
        <source>Choose an empty folder for what is saved.</source>
        <translation>Choisissez un dossier vide pour ce qui est sauvé.</translation>
    </message>
    <message>
        <source>Choose one of the dated folders below the folder of the backups.</source>
        <translation>Choisissez un des dossiers datés sous le dossier des sauvegardes.</translation>
    </message>
    <message>
        <source>Close every Control Room window that uses it, then try again.</source>
        <translation>Fermez toutes les fenêtres de Control Room qui s’en servent, puis réessayez.</translation>
    </message>
    <message>
        <source>Close it behind the last word of the phrase.</source>
        <translation>Fermez-le après le dernier mot de l’expression.</translation>
    </message>
    <message>
        <source>Close it, or take it away.</source>
        <translation>Fermez-la ou retirez-la.</translation>
    </message>
    <message>
        <source>Close the gap, as in -hoax, or take the minus away.</source>
        <translation>Supprimez l’espace, comme dans -canular, ou retirez le signe moins.</translation>
    </message>
    <message>
        <source>Compare that group with the printed key.</source>
        <translation>Comparez ce groupe à la clé imprimée.</translation>
    </message>
    <message>
        <source>Connect the profile again and allow reading, or ask the owner of the account.</source>
        <translation>Reconnectez le profil en autorisant la lecture, ou demandez au titulaire du compte.</translation>
    </message>
    <message>
        <source>Connect the profile again.</source>
        <translation>Reconnectez le profil.</translation>
    </message>
    <message>
        <source>Control Room is already running on {folder} (process {pid}).</source>
        <translation>Control Room est déjà ouvert sur {folder} (processus {pid}).</translation>
    </message>
    <message>
        <source>Delete it and type it again.</source>
        <translation>Effacez-le et tapez-le à nouveau.</translation>
    </message>
    <message>
        <source>Did you mean “{guess}:”? To search for the text itself, put it in quotation marks.</source>
        <translation>Vouliez-vous dire «&#x202f;{guess}:&#x202f;»&#x202f;? Pour chercher le texte lui-même, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>Free some space; nothing that was saved is lost and reading goes on.</source>
        <translation>Libérez de l’espace&#x202f;; rien de ce qui est enregistré n’est perdu et la lecture continue.</translation>
    </message>
    <message>
        <source>If it has moved, connect it again under its new address.</source>
        <translation>S’il a déménagé, reconnectez-le à sa nouvelle adresse.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Installez la version plus récente.</translation>
    </message>
    <message>
        <source>It is tried again later; if this stays, tell the network&apos;s support.</source>
        <translation>Un nouvel essai aura lieu plus tard&#x202f;; si cela dure, prévenez l’assistance du réseau.</translation>
    </message>
    <message>
        <source>It knows {values}.</source>
        <translation>Il connaît {values}.</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>N’en gardez qu’un.</translation>
    </message>
    <message>
        <source>Look for the recovery key that was noted for {folder}.</source>
        <translation>Cherchez la clé de secours notée pour {folder}.</translation>
    </message>
    <message>
        <source>More than {limit} parentheses stand inside each other.</source>
        <translation>Plus de {limit} parenthèses sont imbriquées.</translation>
    </message>
    <message>
        <source>Move it away, or choose another data folder.</source>
        <translation>Déplacez-le ou choisissez un autre dossier de données.</translation>
    </message>
    <message>
        <source>No desk was opened with the data folder {folder} yet.</source>
        <translation>Aucun poste n’a encore été ouvert avec le dossier de données {folder}.</translation>
    </message>
    <message>
        <source>Nothing could be read of {path}.</source>
        <translation>Rien n’a pu être lu de {path}.</translation>
    </message>
    <message>
        <source>Nothing stands behind “{name}:”.</source>
        <translation>Rien ne suit «&#x202f;{name}:&#x202f;».</translation>
    </message>
    <message>
        <source>One character of the search is damaged.</source>
        <translation>Un caractère de la recherche est endommagé.</translation>
    </message>
    <message>
        <source>Open with the recovery key.</source>
        <translation>Ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Open with the recovery key; the databases were left as they are.</source>
        <translation>Ouvrez avec la clé de secours&#x202f;; les bases de données sont restées telles quelles.</translation>
    </message>
    <message>
        <source>Put it back from a backup; no new key was made.</source>
        <translation>Remettez-le depuis une sauvegarde&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Put keys.json back from a backup; no new key was made.</source>
        <translation>Remettez keys.json depuis une sauvegarde&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Reading goes on by itself then.</source>
        <translation>La lecture reprend alors d’elle-même.</translation>
    </message>
    <message>
        <source>Reading goes on by itself when it does.</source>
        <translation>La lecture reprend d’elle-même dès qu’il répond.</translation>
    </message>
    <message>
        <source>Restore the newest backup; the damaged file was left as it is.</source>
        <translation>Restaurez la dernière sauvegarde&#x202f;; le fichier endommagé est resté tel quel.</translation>
    </message>
    <message>
        <source>Run “controlroom restore” to go back to a backup, or salvage what can be read.</source>
        <translation>Lancez «&#x202f;controlroom restore&#x202f;» pour revenir à une sauvegarde, ou sauvez ce qui est lisible.</translation>
    </message>
    <message>
        <source>Shorten it, or make two searches of it.</source>
        <translation>Raccourcissez-la ou faites-en deux recherches.</translation>
    </message>
    <message>
        <source>Sign in again to what it belongs to.</source>
        <translation>Reconnectez-vous à ce dont il dépend.</translation>
    </message>
    <message>
        <source>Sign in to a desktop with GNOME Keyring or KWallet and try again, or open with the recovery key.</source>
        <translation>Ouvrez une session avec GNOME Keyring ou KWallet et réessayez, ou ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Signs and emoji alone cannot be searched; add a word.</source>
        <translation>Des signes ou des emoji seuls ne se cherchent pas&#x202f;; ajoutez un mot.</translation>
    </message>
    <message>
        <source>Something outside the program went wrong.</source>
        <translation>Quelque chose a échoué en dehors du programme.</translation>
    </message>
    <message>
        <source>Start GNOME Keyring or KWallet, or remove {found}; then try again.</source>
        <translation>Lancez GNOME Keyring ou KWallet, ou retirez {found}&#x202f;; puis réessayez.</translation>
    </message>
    <message>
        <source>Start the desk once, or name its folder with --data-dir.</source>
        <translation>Lancez le poste une fois, ou indiquez son dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Start the desk once, or name the right data folder.</source>
        <translation>Lancez le poste une fois, ou indiquez le bon dossier de données.</translation>
    </message>
    <message>
        <source>Start the desk once, or restore a backup.</source>
        <translation>Lancez le poste une fois, ou restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>Take it away, or open it earlier.</source>
        <translation>Retirez-la ou ouvrez-la plus tôt.</translation>
    </message>
    <message>
        <source>Take some away.</source>
        <translation>Retirez-en quelques-unes.</translation>
    </message>
    <message>
        <source>Take “{name}:” out of OR, NOT and the minus.</source>
        <translation>Sortez «&#x202f;{name}:&#x202f;» des OR, NOT et du signe moins.</translation>
    </message>
    <message>
        <source>The backup in {folder} is not sound: {reason}.</source>
        <translation>La sauvegarde dans {folder} n’est pas saine&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The change holds until the desk is closed. Check the disk and the folder&apos;s rights.</source>
        <translation>Le changement vaut jusqu’à la fermeture du poste. Vérifiez le disque et les droits du dossier.</translation>
    </message>
    <message>
        <source>The disk answered with an error while {path} was used; the last change is not saved.</source>
        <translation>Le disque a signalé une erreur pendant l’usage de {path}&#x202f;; le dernier changement n’est pas enregistré.</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>Le disque est plein&#x202f;: {path} n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The filters are {names}. To search for the text itself, put it in quotation marks.</source>
        <translation>Les filtres sont {names}. Pour chercher le texte lui-même, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>The key in the keychain is not the key of {folder}: it was altered.</source>
        <translation>La clé du trousseau n’est pas celle de {folder}&#x202f;: elle a été modifiée.</translation>
    </message>
    <message>
        <source>The key is kept in {was}, but this computer now offers {now}.</source>
        <translation>La clé est gardée dans {was}, mais cet ordinateur propose maintenant {now}.</translation>
    </message>
    <message>
        <source>The keychain accepted a key but did not give it back.</source>
        <translation>Le trousseau a accepté une clé mais ne l’a pas rendue.</translation>
    </message>
    <message>
        <source>The keychain did not answer as it should ({kind}).</source>
        <translation>Le trousseau n’a pas répondu comme il le devrait ({kind}).</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>The keychain is open but no longer holds the key of {folder}.</source>
        <translation>Le trousseau est ouvert mais ne contient plus la clé de {folder}.</translation>
    </message>
    <message>
        <source>The keychain&apos;s entry {name} was altered and cannot be used.</source>
        <translation>L’entrée {name} du trousseau a été modifiée et ne peut pas servir.</translation>
    </message>
    <message>
        <source>The only key store on this computer is {found}, which does not protect secrets.</source>
        <translation>Le seul coffre à clés de cet ordinateur est {found}, qui ne protège pas les secrets.</translation>
    </message>
    <message>
        <source>The recovery key has {wanted} characters, but {given} were typed.</source>
        <translation>La clé de secours a {wanted} caractères, mais {given} ont été tapés.</translation>
    </message>
    <message>
        <source>The search cannot be read.</source>
        <translation>La recherche est illisible.</translation>
    </message>
    <message>
        <source>The search is longer than {limit} characters.</source>
        <translation>La recherche dépasse {limit} caractères.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder}: {reason}.</source>
        <translation>Les réglages n’ont pas pu être enregistrés dans {folder}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>There is a typing mistake in group {group} of the recovery key.</source>
        <translation>Il y a une faute de frappe dans le groupe {group} de la clé de secours.</translation>
    </message>
    <message>
        <source>There is no filter “{name}:”.</source>
        <translation>Il n’y a pas de filtre «&#x202f;{name}:&#x202f;».</translation>
    </message>
    <message>
        <source>There is nothing between the parentheses.</source>
        <translation>Il n’y a rien entre les parenthèses.</translation>
    </message>
    <message>
        <source>There is nothing to back up in {folder}.</source>
        <translation>Il n’y a rien à sauvegarder dans {folder}.</translation>
    </message>
    <message>
        <source>This computer offers no keychain, so the key of the databases cannot be read.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#x202f;: la clé des bases de données est illisible.</translation>
    </message>
    <message>
        <source>This recovery key is typed correctly but belongs to another workstation.</source>
        <translation>Cette clé de secours est bien tapée mais appartient à un autre poste.</translation>
    </message>
    <message>
        <source>Try again; if this stays, restart the keychain service or open with the recovery key.</source>
        <translation>Réessayez&#x202f;; si cela dure, relancez le service du trousseau ou ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Type all groups of the printed key.</source>
        <translation>Tapez tous les groupes de la clé imprimée.</translation>
    </message>
    <message>
        <source>Unlock it, then try again; nothing was changed.</source>
        <translation>Déverrouillez-le, puis réessayez&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>Use another backup; this one was left as it is.</source>
        <translation>Utilisez une autre sauvegarde&#x202f;; celle-ci est restée telle quelle.</translation>
    </message>
    <message>
        <source>Use its https address.</source>
        <translation>Utilisez son adresse https.</translation>
    </message>
    <message>
        <source>Use that window, or close it first.</source>
        <translation>Servez-vous de cette fenêtre-là, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>Use the recovery key of the workstation that made it.</source>
        <translation>Utilisez la clé de secours du poste qui l’a créé.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Attendez un instant et réessayez.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Attendez qu’il ait terminé, puis réessayez.</translation>
    </message>
    <message>
        <source>Write a date (2026-05-14), a date and time (2026-05-14T18:30) or an age (2h, 7d).</source>
        <translation>Écrivez une date (2026-05-14), une date et une heure (2026-05-14T18:30) ou un âge (2h, 7d).</translation>
    </message>
    <message>
        <source>Write a word between them, or take them away.</source>
        <translation>Écrivez un mot entre elles ou retirez-les.</translation>
    </message>
    <message>
        <source>Write a word on each side of OR and AND, and one behind NOT.</source>
        <translation>Écrivez un mot de chaque côté de OR et AND, et un après NOT.</translation>
    </message>
    <message>
        <source>Write it as in incen*.</source>
        <translation>Écrivez-la comme dans incen*.</translation>
    </message>
    <message>
        <source>Write the value right behind the colon, without a gap.</source>
        <translation>Écrivez la valeur juste après les deux-points, sans espace.</translation>
    </message>
    <message>
        <source>since: and until: apply to the whole search.</source>
        <translation>since: et until: valent pour toute la recherche.</translation>
    </message>
    <message>
        <source>{folder} holds databases but not the file keys.json that belongs to them.</source>
        <translation>{folder} contient des bases de données mais pas le fichier keys.json qui leur appartient.</translation>
    </message>
    <message>
        <source>{folder} is not a whole backup of Control Room ({reason}).</source>
        <translation>{folder} n’est pas une sauvegarde complète de Control Room ({reason}).</translation>
    </message>
    <message>
        <source>{host} allows no more reads before {resets_at:%H:%M:%S} UTC.</source>
        <translation>{host} n’autorise plus de lecture avant {resets_at:%H:%M:%S} UTC.</translation>
    </message>
    <message>
        <source>{host} can only be read over https.</source>
        <translation>{host} ne peut être lu qu’en https.</translation>
    </message>
    <message>
        <source>{host} does not answer ({reason}).</source>
        <translation>{host} ne répond pas ({reason}).</translation>
    </message>
    <message>
        <source>{host} does not know what was asked for.</source>
        <translation>{host} ne connaît pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>{host} does not let this profile read that.</source>
        <translation>{host} n’autorise pas ce profil à lire cela.</translation>
    </message>
    <message>
        <source>{host} no longer accepts this profile&apos;s sign-in.</source>
        <translation>{host} n’accepte plus la connexion de ce profil.</translation>
    </message>
    <message>
        <source>{host} points to {target}, which was not followed.</source>
        <translation>{host} renvoie vers {target}, qui n’a pas été suivi.</translation>
    </message>
    <message>
        <source>{host} sent something that cannot be read ({reason}).</source>
        <translation>{host} a envoyé quelque chose d’illisible ({reason}).</translation>
    </message>
    <message>
        <source>{name} in {folder} is open in another process.</source>
        <translation>{name} dans {folder} est ouvert par un autre processus.</translation>
    </message>
    <message>
        <source>{path} can be read but not written.</source>
        <translation>{path} peut être lu mais pas écrit.</translation>
    </message>
    <message>
        <source>{path} cannot be locked ({reason}).</source>
        <translation>{path} ne peut pas être verrouillé ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>{path} does not open with this key and was left as it is.</source>
        <translation>{path} ne s’ouvre pas avec cette clé et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} is already there and was left as it is.</source>
        <translation>{path} existe déjà et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} is being written by another process.</source>
        <translation>{path} est en cours d’écriture par un autre processus.</translation>
    </message>
    <message>
        <source>{path} is copied elsewhere by {by}, which can damage a database.</source>
        <translation>{path} est copié ailleurs par {by}, ce qui peut endommager une base de données.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} est endommagé.</translation>
    </message>
    <message>
        <source>{path} is not there yet.</source>
        <translation>{path} n’existe pas encore.</translation>
    </message>
    <message>
        <source>{path} is on a network drive ({by}), where a database can be damaged.</source>
        <translation>{path} est sur un lecteur réseau ({by}), où une base de données peut être endommagée.</translation>
    </message>
    <message>
        <source>{path} was made by another program and was left as it is.</source>
        <translation>{path} a été créé par un autre programme et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Control Room and was left as it is.</source>
        <translation>{path} a été écrit par une version plus récente de Control Room et est resté tel quel.</translation>
    </message>
    <message>
        <source>“{name}:” does not know “{value}”.</source>
        <translation>«&#x202f;{name}:&#x202f;» ne connaît pas «&#x202f;{value}&#x202f;».</translation>
    </message>
    <message>
        <source>“{name}:” is given twice.</source>
        <translation>«&#x202f;{name}:&#x202f;» est donné deux fois.</translation>
    </message>
    <message>
        <source>“{operator}” stands alone.</source>
        <translation>«&#x202f;{operator}&#x202f;» est seul.</translation>
    </message>
    <message>
        <source>“{text}” has no letter and no digit.</source>
        <translation>«&#x202f;{text}&#x202f;» n’a ni lettre ni chiffre.</translation>
    </message>
    <message>
        <source>“{value}” is not a time.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une date.</translation>
    </message>
</context>
</TS>
